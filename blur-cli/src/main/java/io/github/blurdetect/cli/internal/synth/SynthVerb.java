package io.github.blurdetect.cli.internal.synth;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.legibility.OcrLabeller;
import io.github.blurdetect.dataset.legibility.TesseractOcr;
import io.github.blurdetect.dataset.simulate.BlurKernel;
import io.github.blurdetect.dataset.simulate.KernelFiles;
import io.github.blurdetect.dataset.simulate.PageFolder;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur synth}: a labelled set of simulated photos. */
@Command(
    name = "synth",
    description = {
      "Makes photos with known blur from sharp pages, labelled by what OCR still reads of them.",
      "Writes OUT/Good_License, OUT/Bad_License, OUT/Marginal and OUT/photos.jsonl."
    })
public final class SynthVerb implements BlurVerb, Callable<Integer> {

  /** What photos are drawn from. */
  enum Preset {
    train,
    validation
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "OUT", description = "A folder that holds no set yet.")
  private Path out = Path.of("");

  @Option(
      names = "--pages",
      required = true,
      paramLabel = "DIR",
      description =
          "Sharp pages: images, each with its text in NAME.tsv (left, top, right, bottom, text).")
  private Path pages = Path.of("");

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
      names = "--least-recall",
      defaultValue = "0.6",
      paramLabel = "SHARE",
      description =
          "Leave out pages that index.tsv gives a lower recall. Default: ${DEFAULT-VALUE}.")
  private double leastRecall;

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandSpec command = Objects.requireNonNull(spec);
    SyntheticSet.Size size = size(command);
    SimulationConfig config = config(command);
    PageFolder source = PageFolder.of(pages, leastRecall);
    OcrLabeller labeller = new OcrLabeller(TesseractOcr.find("eng"));
    SyntheticSet set = new SyntheticSet(source, config, labeller);
    Map<Label, Integer> counts;
    try (Progress progress =
        Progress.start(command.commandLine().getErr(), "Simulating", labelled)) {
      counts =
          set.write(
              out,
              size,
              (photo, done) -> {
                progress.stepTo(done);
                progress.message(photo.image());
              });
    }
    command
        .commandLine()
        .getOut()
        .printf(
            "%s: %d clear, %d blurred, %d marginal%n",
            out, counts.get(Label.CLEAR), counts.get(Label.BLURRED), counts.get(Label.MARGINAL));
    return ExitCodes.OK;
  }

  private SyntheticSet.Size size(CommandSpec command) {
    try {
      int most = photos == null ? Math.multiplyExact(2, labelled) : photos;
      return new SyntheticSet.Size(labelled, most, seed, jobs);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  private SimulationConfig config(CommandSpec command) throws IOException {
    Path folder = kernels;
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
