package io.github.blurdetect.cli.internal.calibrate;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.DetectorProfile;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.FailedPhoto;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.stacking.fit.FittedThreshold;
import io.github.blurdetect.stacking.fit.LabelledScore;
import io.github.blurdetect.stacking.fit.ThresholdFit;
import io.github.blurdetect.stacking.fit.ThresholdGoal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur calibrate}: fits threshold and marginal band to labelled photos. */
@Command(
    name = "calibrate",
    description = {
      "Fits the threshold, and the band of scores to call marginal, to your own labelled photos,"
          + " and saves both as a profile for 'blur score --profile', the service and the API."
    },
    footer = {
      "",
      "Example: blur calibrate --false-alarms 0.01 --out shop.profile photos/",
      "",
      "Exit status: 0 all scored, 2 bad usage, 3 some photos could not be read (left out)."
    })
public final class CalibrateVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = "Holds Good_License (clear photos) and Bad_License (blurred ones).")
  private Path folder = Path.of("");

  @ArgGroup(multiplicity = "1")
  private @Nullable Goal goal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "blur.profile",
      description = "Where to save the profile. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("blur.profile");

  @Option(
      names = "--scorer",
      paramLabel = "NAME",
      description = "Scorer to calibrate; 'blur scorers' lists them. Default: the best there is.")
  private @Nullable String scorer;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file in place of the one that comes with the scorer.")
  private @Nullable Path model;

  @Option(
      names = "--confidence",
      paramLabel = "C",
      defaultValue = "0.95",
      description = "Of the intervals, between 0 and 1. Default: ${DEFAULT-VALUE}.")
  private double confidence = 0.95;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  /** What is wished: one of the two. */
  private static final class Goal {
    @Option(
        names = "--false-alarms",
        paramLabel = "RATE",
        description = "At most this share of clear photos may be called blurred, for example 0.01.")
    private @Nullable Double falseAlarms;

    @Option(
        names = "--costs",
        paramLabel = "FALSE_ALARM:MISS",
        description = "Least total cost of calling clear photos blurred and blurred ones clear.")
    private @Nullable String costs;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ThresholdGoal wished = goal();
    ThresholdFit fit = fit();
    EvaluationResult result = score();
    List<LabelledScore> photos =
        result.scored().stream()
            .filter(photo -> photo.score().textFound())
            .map(
                photo ->
                    new LabelledScore(
                        photo.photo().group(), photo.photo().blurred(), photo.score().blurriness()))
            .toList();
    FittedThreshold fitted = fit.fit(photos, wished);
    profile(result, wished, fitted).save(out);
    String withoutText = CalibrationText.withoutText(result.scored().size() - photos.size());
    commandLine().getOut().print(CalibrationText.of(result.scorer(), withoutText, fitted, wished));
    commandLine().getOut().println("saved as " + out + "; use: blur score --profile " + out);
    return result.failed().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private EvaluationResult score() throws IOException, InterruptedException {
    LabelledFolder photos = LabelledFolder.open(folder);
    try (BlurScorer made = scorer();
        Progress progress =
            Progress.start(commandLine().getErr(), "Scoring", photos.photos().size())) {
      EvaluationResult result =
          Evaluation.defaults()
              .withThreads(jobs)
              .withProgress((done, total) -> progress.stepTo(done))
              .run(made, photos);
      for (FailedPhoto failed : result.failed()) {
        commandLine().getErr().println("blur: " + failed.photo().name() + ": " + failed.error());
      }
      return result;
    }
  }

  private BlurScorer scorer() {
    BlurScorers found = BlurScorers.load();
    ScorerOptions options = new ScorerOptions(Optional.ofNullable(model), 1, Map.of());
    try {
      BlurScorerProvider provider =
          scorer == null ? found.defaultProvider() : found.provider(scorer);
      return provider.create(options);
    } catch (NoSuchElementException e) {
      throw usage(Objects.requireNonNull(e.getMessage()));
    }
  }

  private ThresholdGoal goal() {
    if (jobs < 1) {
      throw usage("--jobs is " + jobs + ", expected at least 1");
    }
    Goal given = Objects.requireNonNull(goal);
    try {
      return given.falseAlarms != null
          ? new ThresholdGoal.FalseAlarmRate(given.falseAlarms)
          : costs(Objects.requireNonNull(given.costs));
    } catch (IllegalArgumentException e) {
      throw usage(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static ThresholdGoal costs(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 2) {
        return new ThresholdGoal.Costs(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(expectedCosts(text), e);
    }
    throw new IllegalArgumentException(expectedCosts(text));
  }

  private static String expectedCosts(String text) {
    return "--costs is '" + text + "', expected two numbers, for example 5:1";
  }

  private ThresholdFit fit() {
    ThresholdFit usual = ThresholdFit.defaults();
    try {
      return new ThresholdFit(confidence, usual.rounds(), usual.seed());
    } catch (IllegalArgumentException e) {
      throw usage("--confidence: " + e.getMessage());
    }
  }

  private DetectorProfile profile(
      EvaluationResult result, ThresholdGoal wished, FittedThreshold fitted) {
    return new DetectorProfile(
        result.scorer(),
        Optional.ofNullable(model),
        fitted.threshold(),
        fitted.low(),
        fitted.high(),
        CalibrationText.notes(folder, wished, fitted));
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }
}
