package io.github.blurdetect.cli.internal;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.DetectorProfile;
import io.github.blurdetect.api.ScorerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options by which a verb lets its user choose scorer, model and threshold. */
public final class ScorerChoice {
  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--scorer",
      paramLabel = "NAME",
      description = "Scorer to use; 'blur scorers' lists them. Default: the best that is there.")
  private @Nullable String scorer;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model file in place of the one that comes with the scorer.")
  private @Nullable Path model;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Call an image blurred above this score, 0 to 1. Default: the scorer's own.")
  private @Nullable Double threshold;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Take scorer, model, threshold and marginal band from a file made by 'blur calibrate'.")
  private @Nullable Path profile;

  /**
   * Makes the detector that was asked for.
   *
   * @return a new detector, which the caller closes
   * @throws IOException if the profile cannot be read
   * @throws ParameterException if the options do not fit together or name what is not there
   * @throws io.github.blurdetect.api.ModelLoadException if the model cannot be loaded
   */
  public BlurDetector detector() throws IOException {
    if (profile != null) {
      if (scorer != null || model != null || threshold != null) {
        throw usage("--profile already says what --scorer, --model and --threshold would");
      }
      return profiled(DetectorProfile.load(profile));
    }
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw usage("--threshold is " + threshold + ", expected 0 to 1");
    }
    BlurDetector.Builder builder = BlurDetector.builder(scorer());
    return threshold == null ? builder.build() : builder.threshold(threshold).build();
  }

  private BlurDetector profiled(DetectorProfile loaded) {
    try {
      return BlurDetector.create(loaded);
    } catch (NoSuchElementException e) {
      throw usage(e.getMessage());
    }
  }

  private BlurScorer scorer() {
    ScorerOptions options =
        model == null ? ScorerOptions.defaults() : ScorerOptions.defaults().withModel(model);
    return provider().create(options);
  }

  private BlurScorerProvider provider() {
    BlurScorers found = BlurScorers.load();
    try {
      return scorer == null ? found.defaultProvider() : found.provider(scorer);
    } catch (NoSuchElementException e) {
      throw usage(e.getMessage());
    }
  }

  private ParameterException usage(@Nullable String message) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
  }
}
