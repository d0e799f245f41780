package io.github.blurdetect.cli.internal.flips;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.internal.ScorerChoice;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.dataset.harmless.FlipCheck;
import io.github.blurdetect.dataset.harmless.HarmlessChange;
import io.github.blurdetect.stacking.fit.BinomialInterval;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur check_flips}: how many verdicts a harmless change turns. */
@Command(
    name = "check_flips",
    description = {
      "Counts the verdicts that change when a photo is turned by 90, 180 or 270 degrees, gets noise"
          + " of sigma 3 or 6, a gamma of 0.8 or 1.25, is compressed as JPEG of quality 75, or"
          + " loses two pixels on the left and at the top."
    },
    footer = {"", "Exit status: 0 all scored, 2 bad usage, 3 some photos could not be read."})
public final class CheckFlipsVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private ScorerChoice choice = new ScorerChoice();

  @Parameters(paramLabel = "FOLDER", description = "Holds Good_License and Bad_License.")
  private Path folder = Path.of("");

  @Option(
      names = "--photos",
      paramLabel = "N",
      description = "Take this many photos, drawn by a fixed seed. Default: all.")
  private int photos = Integer.MAX_VALUE;

  @Option(names = "--list", description = "Name every photo whose verdict changes.")
  private boolean list;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1 || photos < 1) {
      throw new ParameterException(
          commandLine(),
          "--jobs is " + jobs + ", --photos is " + photos + ", expected at least 1 of both");
    }
    List<LabelledPhoto> chosen = chosen(LabelledFolder.open(folder).photos());
    try (BlurDetector detector = choice.detector();
        Progress progress = Progress.start(commandLine().getErr(), "Judging", chosen.size())) {
      Evaluation evaluation =
          Evaluation.defaults()
              .withThreads(jobs)
              .withProgress((done, total) -> progress.stepTo(done));
      FlipCheck.Result result = new FlipCheck(evaluation).run(detector, chosen);
      result.failed().forEach(each -> commandLine().getErr().println("blur: " + each));
      print(result, detector);
      return result.failed().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
    }
  }

  private List<LabelledPhoto> chosen(List<LabelledPhoto> all) {
    List<LabelledPhoto> left = new ArrayList<>(all);
    SplittableRandom random = new SplittableRandom(1);
    while (left.size() > photos) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  private void print(FlipCheck.Result result, BlurDetector detector) {
    PrintWriter out = commandLine().getOut();
    out.print(
        line(
            "scorer %s, threshold %.4g, %d photos",
            detector.scorer().name(), detector.threshold(), result.photos()));
    if (result.photos() == 0) {
      return;
    }
    for (HarmlessChange change : HarmlessChange.values()) {
      int flips = (int) result.flips().stream().filter(f -> f.change() == change).count();
      out.print(row(change.name().toLowerCase(Locale.ROOT), flips, result.photos()));
    }
    int trials = result.photos() * HarmlessChange.values().length;
    out.print(row("all", result.flips().size(), trials));
    if (list) {
      for (FlipCheck.Flip flip : result.flips()) {
        out.print(
            line(
                "%s %s: %s (%.3f) became %s (%.3f)",
                flip.photo().name(),
                flip.change().name().toLowerCase(Locale.ROOT),
                flip.before(),
                flip.scoreBefore(),
                flip.after(),
                flip.scoreAfter()));
      }
    }
  }

  private static String row(String name, int flips, int trials) {
    BinomialInterval interval = BinomialInterval.of(flips, trials, 0.95);
    return line(
        "%-12s %4d of %5d verdicts changed: %5.2f %% (95 %% interval %.2f to %.2f)",
        name, flips, trials, 100.0 * flips / trials, 100 * interval.low(), 100 * interval.high());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
