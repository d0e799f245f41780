package io.github.blurdetect.training.verb;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.training.cnn.CnnTrainer;
import io.github.blurdetect.training.cnn.CnnTraining;
import io.github.blurdetect.training.cnn.CnnTrainingOptions;
import io.github.blurdetect.training.cnn.EpochRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur train_cnn}: labelled photos to a CNN model. */
@Command(
    name = "train_cnn",
    description =
        "Trains the CNN and writes it as ONNX. Started again with the same --out, it goes on where"
            + " it stopped.",
    sortOptions = false)
public final class TrainCnnVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description =
          "Sets made by blur synth, or folders with Good_License and Bad_License."
              + " Default: data/input/License/Train.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "data/output/total_image",
      description = "Where model, checkpoints and logs go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("data/output/total_image");

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      defaultValue = "data/output/cache",
      description = "Where tiles are kept. Default: ${DEFAULT-VALUE}.")
  private Path cache = Path.of("data/output/cache");

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      defaultValue = "compact",
      description = "compact, tiny, reference, or reference-N channels. Default: ${DEFAULT-VALUE}.")
  private String topology = "compact";

  @Option(
      names = "--epochs",
      defaultValue = "60",
      description = "Rounds, each followed by a validation. Default: ${DEFAULT-VALUE}.")
  private int epochs = 60;

  @Option(
      names = "--steps",
      defaultValue = "200",
      description = "Batches a round. Default: ${DEFAULT-VALUE}.")
  private int steps = 200;

  @Option(
      names = "--batch",
      defaultValue = "16",
      description = "Crops a batch. Default: ${DEFAULT-VALUE}.")
  private int batch = 16;

  @Option(
      names = "--crop",
      defaultValue = "128",
      description = "Pixels on each side of a crop. Default: ${DEFAULT-VALUE}.")
  private int crop = 128;

  @Option(
      names = "--learning-rate",
      defaultValue = "0.002",
      description = "At the start; it falls along half a cosine. Default: ${DEFAULT-VALUE}.")
  private double learningRate = 0.002;

  @Option(
      names = "--l2",
      defaultValue = "0.01",
      description = "On the first layer's weights. Default: ${DEFAULT-VALUE}.")
  private double l2 = 0.01;

  @Option(
      names = "--holdout",
      defaultValue = "0.15",
      description = "Share of the pages kept for validation. Default: ${DEFAULT-VALUE}.")
  private double holdout = 0.15;

  @Option(
      names = "--patience",
      defaultValue = "15",
      description = "Rounds without a better F1 before the end. Default: ${DEFAULT-VALUE}.")
  private int patience = 15;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Same seed and threads, same weights. Default: ${DEFAULT-VALUE}.")
  private int threads = 1;

  @Option(
      names = "--tiles",
      paramLabel = "N",
      defaultValue = "15",
      description = "Tiles a photo. Default: ${DEFAULT-VALUE}.")
  private int tiles = 15;

  @Option(
      names = "--synthetic",
      paramLabel = "N",
      defaultValue = "3000",
      description =
          "Drawn tiles to add: pen strokes, grounds without writing. Default: ${DEFAULT-VALUE}.")
  private int synthetic = 3000;

  @Option(
      names = "--no-text",
      paramLabel = "DIR",
      description = "Folder of images that show no print; can be given again.")
  private List<Path> withoutText = new ArrayList<>();

  @Option(
      names = "--no-text-tiles",
      paramLabel = "N",
      defaultValue = "60",
      description = "Tiles an image that shows no print. Default: ${DEFAULT-VALUE}.")
  private int tilesWithoutText = 60;

  @Option(
      names = "--int8",
      description = "Write the model in 8-bit integers too (docs/decisions/0301).")
  private boolean int8;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "Checkpoint whose weights are the start.")
  private @Nullable Path start;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    CnnTraining.Request request = request();
    CnnTraining training =
        new CnnTraining(
            request,
            line -> {
              err.println(line);
              err.flush();
            });
    try (Reporter reporter = new Reporter(err, (long) epochs * steps)) {
      Path model = training.run(reporter);
      spec.commandLine().getOut().println(model);
    }
    return ExitCodes.OK;
  }

  private CnnTraining.Request request() {
    List<Path> sources = folders.isEmpty() ? List.of(Path.of("data/input/License/Train")) : folders;
    try {
      CnnTrainingOptions options =
          new CnnTrainingOptions(
              topology,
              epochs,
              steps,
              batch,
              crop,
              learningRate,
              l2,
              holdout,
              patience,
              seed,
              threads,
              Optional.ofNullable(start));
      return new CnnTraining.Request(
          sources, withoutText, synthetic, tiles, tilesWithoutText, int8, out, cache, options);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
    }
  }

  /** Draws the bar with loss and time left, and prints a line a round. */
  private static final class Reporter implements CnnTrainer.Listener, AutoCloseable {
    private final PrintWriter err;
    private final long total;
    private @Nullable Progress progress;

    Reporter(PrintWriter err, long total) {
      this.err = err;
      this.total = total;
    }

    @Override
    public void step(int done, int all, float loss) {
      if (progress == null) {
        progress = Progress.start(err, "Training", total);
      }
      progress.stepTo(done);
      progress.message(String.format(Locale.ROOT, "loss %.4f", loss));
    }

    @Override
    public void epoch(EpochRecord r) {
      err.printf(
          Locale.ROOT,
          "round %d: loss %.4f, validation loss %.4f, precision %.3f, recall %.3f, F1 %.3f, %.0f s%n",
          r.epoch(),
          r.trainLoss(),
          r.validationLoss(),
          r.precision(),
          r.recall(),
          r.f1(),
          r.seconds());
      err.flush();
    }

    @Override
    public void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
