package io.github.blurdetect.cli.internal.score;

import com.google.common.collect.Iterators;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.internal.ScorerChoice;
import io.github.blurdetect.image.DecodeOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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

/** {@code blur score}: a verdict for every image. */
@Command(
    name = "score",
    description = "Says of each image whether it is too blurred to be read.",
    footer = {
      "",
      "Exit status: 0 all scored, 2 bad usage, 3 some inputs could not be read (each has a line"
          + " that says why)."
    })
public final class ScoreVerb implements BlurVerb, Callable<Integer> {
  private static final int LOOK_AHEAD = 200;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private ScorerChoice choice = new ScorerChoice();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Image files; folders, whose images are taken recursively in the order of their names;"
              + " '-' for one image on standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Images to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Refuse larger images. Default: ${DEFAULT-VALUE}.")
  private long maxPixels = DecodeOptions.defaults().maxPixels();

  @Option(
      names = "--map",
      paramLabel = "DIR",
      description =
          "Write each photo with what cannot be read in red into this folder (PNG), and the"
              + " regions as JSON.")
  private @Nullable Path mapFolder;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DecodeOptions limits = checkedOptions();
    try (BlurDetector detector = choice.detector();
        MapWriter maps = mapFolder == null ? null : new MapWriter(mapFolder)) {
      return score(new ScoreTask(limits, detector, System.in, maps), detector);
    }
  }

  private DecodeOptions checkedOptions() {
    if (jobs < 1) {
      throw usage("--jobs is " + jobs + ", expected at least 1");
    }
    if (Collections.frequency(paths, Input.STANDARD_INPUT) > 1) {
      throw usage("'-' is given more than once, but standard input can be read only once");
    }
    try {
      return DecodeOptions.defaults().withMaxPixels(maxPixels);
    } catch (IllegalArgumentException e) {
      throw usage("--max-pixels: " + e.getMessage());
    }
  }

  private int score(ScoreTask task, BlurDetector detector) throws InterruptedException {
    PrintWriter out = commandSpec().commandLine().getOut();
    ResultWriter writer = ResultWriter.of(format, out);
    Summary summary = new Summary();
    Iterator<Input> inputs = new Inputs(paths);
    List<Input> first = new ArrayList<>();
    Iterators.addAll(first, Iterators.limit(inputs, LOOK_AHEAD));
    writer.begin(first.stream().map(Input::name).toList());
    try (Progress progress = progress()) {
      OrderedPool.run(
          Iterators.concat(first.iterator(), inputs),
          jobs,
          task::run,
          outcome -> {
            summary.add(outcome);
            writer.write(outcome);
            progress.step();
            return !out.checkError(); // flushes, and ends the run when nobody reads any more
          });
    }
    writer.end(summary, detector);
    return summary.failed() == 0 ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  // Where results scroll over the same terminal they are progress enough.
  private Progress progress() {
    boolean shown = Progress.possible() && !Boolean.getBoolean("blur.terminal.out");
    long total = shown ? Iterators.size(new Inputs(paths)) : 0;
    PrintWriter err = commandSpec().commandLine().getErr();
    return shown ? Progress.start(err, "Scoring", total) : Progress.none();
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec);
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }
}
