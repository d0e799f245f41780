package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.legibility.OcrLabeller;
import io.github.blurdetect.dataset.legibility.RuleLabeller;
import io.github.blurdetect.dataset.simulate.BlurKernel;
import io.github.blurdetect.dataset.simulate.KernelFiles;
import io.github.blurdetect.dataset.simulate.PageSource;
import io.github.blurdetect.dataset.simulate.PhotoLabeller;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.SimulationConfig;
import io.github.blurdetect.dataset.simulate.SyntheticSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur synth}: a labelled set of simulated photos. */
@Command(
    name = "synth",
    description = {
      "Makes photos with known blur from sharp pages, scanned or drawn by the program itself.",
      "Writes OUT/Good_License, OUT/Bad_License, OUT/Marginal and OUT/photos.jsonl."
    })
public final class SynthVerb implements BlurVerb, Callable<Integer> {

  /** What photos are drawn from. */
  enum Preset {
    train,
    validation,
    samples
  }

  /** Who decides what can be read. */
  enum LabelledBy {
    ocr,
    rule
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "OUT",
      description = "A folder that holds no set yet, or one to --resume.")
  private Path out = Path.of("");

  @Mixin private PageChoice pages = new PageChoice();

  @Option(
      names = "--kernels",
      paramLabel = "DIR",
      description = "Measured kernels, NAME.csv. The preset says which of them are used.")
  private @Nullable Path kernels;

  @Option(
      names = "--preset",
      defaultValue = "train",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Preset preset = Preset.train;

  @Option(
      names = "--label-by",
      description =
          "${COMPLETION-CANDIDATES}: the words that tesseract still reads, or a rule on the blur of"
              + " each text block. Default: ocr for --pages, rule for documents.")
  private @Nullable LabelledBy labelledBy;

  @Option(
      names = "--labelled",
      defaultValue = "100",
      paramLabel = "N",
      description = "Clear and blurred photos to make. Default: ${DEFAULT-VALUE}.")
  private int labelled;

  @Option(
      names = "--photos",
      paramLabel = "N",
      description = "Most photos in all, marginal ones included. Default: twice those labelled.")
  private @Nullable Integer photos;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "What the set is drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      defaultValue = "1",
      paramLabel = "N",
      description = "Photos to work on at once; the set is the same. Default: ${DEFAULT-VALUE}.")
  private int jobs;

  @Option(
      names = "--resume",
      description = "Go on with the set that OUT holds, made with the same options.")
  private boolean resume;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    SyntheticSet.Size size = size(command);
    SimulationConfig config = config(command);
    PhotoLabeller labeller = byOcr() ? new OcrLabeller() : new RuleLabeller();
    PageSource source = pages.source(command.commandLine(), labelled, seed);
    SyntheticSet set = new SyntheticSet(source, config, labeller);
    Map<Label, Integer> counts;
    try (Progress progress =
        Progress.start(command.commandLine().getErr(), "Simulating", labelled)) {
      counts = set.write(out, size, (photo, done) -> progress.stepTo(done));
    }
    command
        .commandLine()
        .getOut()
        .printf(
            "%s: %d clear, %d blurred, %d marginal%n",
            out, counts.get(Label.CLEAR), counts.get(Label.BLURRED), counts.get(Label.MARGINAL));
    return ExitCodes.OK;
  }

  private boolean byOcr() {
    return labelledBy == null ? pages.scanned() : labelledBy == LabelledBy.ocr;
  }

  private SyntheticSet.Size size(CommandSpec command) {
    try {
      int most = photos == null ? Math.multiplyExact(2, labelled) : photos;
      return new SyntheticSet.Size(labelled, most, seed, jobs, resume);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private SimulationConfig config(CommandSpec command) throws IOException {
    Path folder = kernels;
    if (preset == Preset.samples) {
      return SimulationConfig.samples();
    }
    if (preset == Preset.train) {
      return SimulationConfig.train(measured(folder, SimulationConfig.TRAIN_KERNELS));
    }
    if (folder == null) {
      throw new ParameterException(
          command.commandLine(), "--preset validation needs --kernels: it uses measured ones only");
    }
    return SimulationConfig.validation(measured(folder, SimulationConfig.VALIDATION_KERNELS));
  }

  private static Map<String, BlurKernel> measured(@Nullable Path folder, List<String> names)
      throws IOException {
    return folder == null ? Map.of() : KernelFiles.read(folder, names);
  }
}
