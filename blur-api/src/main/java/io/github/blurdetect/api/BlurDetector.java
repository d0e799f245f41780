package io.github.blurdetect.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scorer and a threshold: turns an image into a verdict.
 *
 * <pre>{@code
 * try (BlurDetector detector = BlurDetector.createDefault()) {
 *   BlurAssessment assessment = detector.assess(ImageDecoder.forDetector(detector).decode(path));
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. Closing a detector closes its scorer.
 */
public final class BlurDetector implements AutoCloseable {
  private final BlurScorer scorer;
  private final double threshold;
  private final double marginLow;
  private final double marginHigh;

  private BlurDetector(BlurScorer scorer, double threshold, double marginLow, double marginHigh) {
    this.scorer = scorer;
    this.threshold = threshold;
    this.marginLow = marginLow;
    this.marginHigh = marginHigh;
  }

  /**
   * Makes a detector of the best scorer on the class path, at that scorer's own threshold.
   *
   * @return a new detector, which the caller closes
   * @throws java.util.NoSuchElementException if no scorer offers itself as the default
   * @throws ModelLoadException if its model cannot be loaded
   */
  public static BlurDetector createDefault() {
    return of(BlurScorers.load().createDefault());
  }

  /**
   * Makes a detector of a scorer, at that scorer's own threshold.
   *
   * @param scorer closed with the detector
   * @return a new detector
   */
  public static BlurDetector of(BlurScorer scorer) {
    return builder(scorer).build();
  }

  /**
   * Makes the detector that a profile describes, with the scorers on the class path.
   *
   * @param profile scorer, threshold and marginal band
   * @return a new detector, which the caller closes
   * @throws java.util.NoSuchElementException if there is no scorer of that name
   * @throws ModelLoadException if its model cannot be loaded
   */
  public static BlurDetector create(DetectorProfile profile) {
    return create(profile, BlurScorers.load());
  }

  /**
   * Makes the detector that a profile describes, with scorers of the caller's choice.
   *
   * @param profile scorer, threshold and marginal band
   * @param scorers where the scorer is looked up
   * @return a new detector, which the caller closes
   * @throws java.util.NoSuchElementException if there is no scorer of that name
   * @throws ModelLoadException if its model cannot be loaded
   */
  public static BlurDetector create(DetectorProfile profile, BlurScorers scorers) {
    return create(profile, scorers, ScorerOptions.defaults());
  }

  /**
   * Makes the detector that a profile describes, with scorers and options of the caller's choice.
   *
   * @param profile scorer, threshold and marginal band
   * @param scorers where the scorer is looked up
   * @param options threads and properties for the scorer; where the profile names a model, that one
   *     is used
   * @return a new detector, which the caller closes
   * @throws java.util.NoSuchElementException if there is no scorer of that name
   * @throws ModelLoadException if its model cannot be loaded
   */
  public static BlurDetector create(
      DetectorProfile profile, BlurScorers scorers, ScorerOptions options) {
    ScorerOptions own = profile.model().map(options::withModel).orElse(options);
    return builder(scorers.provider(profile.scorer()).create(own)).profile(profile).build();
  }

  /**
   * Starts a detector with settings of the caller's own.
   *
   * @param scorer closed with the detector
   * @return a builder
   * @throws IllegalArgumentException if the scorer's own threshold is outside [0, 1]
   */
  public static Builder builder(BlurScorer scorer) {
    return new Builder(scorer);
  }

  /**
   * Decides about one image.
   *
   * @param image any size from 1 x 1 up
   * @return the decision and its grounds
   * @throws IllegalStateException if the detector has been closed
   */
  public BlurAssessment assess(BlurImage image) {
    BlurScore score = scorer.score(image);
    return new BlurAssessment(
        score.blurriness(),
        threshold,
        verdict(score),
        scorer.name(),
        score.contributions(),
        score.reasons());
  }

  private Verdict verdict(BlurScore score) {
    if (!score.textFound()) {
      return Verdict.NO_TEXT;
    }
    double blurriness = score.blurriness();
    if (blurriness > marginLow && blurriness < marginHigh) {
      return Verdict.MARGINAL;
    }
    return blurriness > threshold ? Verdict.BLURRED : Verdict.CLEAR;
  }

  /**
   * Returns the scorer.
   *
   * @return the one given at construction
   */
  public BlurScorer scorer() {
    return scorer;
  }

  /**
   * Returns the blurriness above which an image is called blurred.
   *
   * @return in [0, 1]
   */
  public double threshold() {
    return threshold;
  }

  /**
   * Tells whether the scorer looks at more than brightness; where not, images may be decoded
   * without their colours.
   *
   * @return as {@link BlurScorer#needsColour()}
   */
  public boolean needsColour() {
    return scorer.needsColour();
  }

  /** Closes the scorer. */
  @Override
  public void close() {
    scorer.close();
  }

  /** Settings of a detector. Not safe for use by many threads. */
  public static final class Builder {
    private final BlurScorer scorer;
    private double threshold;
    private double @Nullable [] margin;

    private Builder(BlurScorer scorer) {
      this.scorer = Objects.requireNonNull(scorer, "scorer");
      threshold(scorer.threshold());
    }

    /**
     * Sets the blurriness above which an image is called blurred.
     *
     * @param value in [0, 1]
     * @return this
     * @throws IllegalArgumentException if the value is outside [0, 1]
     */
    public Builder threshold(double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("threshold is " + value + ", expected 0 to 1");
      }
      threshold = value;
      return this;
    }

    /**
     * Sets the open band of blurriness in which the verdict is {@link Verdict#MARGINAL}. Without
     * one, no image is marginal.
     *
     * @param low lower end, at most the threshold
     * @param high upper end, at least the threshold
     * @return this
     * @throws IllegalArgumentException if the ends are not in order inside [0, 1]
     */
    public Builder margin(double low, double high) {
      if (!(low >= 0 && low <= high && high <= 1)) {
        throw new IllegalArgumentException(
            "margin is " + low + " to " + high + ", expected 0 <= low <= high <= 1");
      }
      margin = new double[] {low, high};
      return this;
    }

    /**
     * Takes threshold and marginal band from a profile.
     *
     * @param profile made for this builder's scorer
     * @return this
     * @throws IllegalArgumentException if the profile was made for another scorer
     */
    public Builder profile(DetectorProfile profile) {
      if (!profile.scorer().equals(scorer.name())) {
        throw new IllegalArgumentException(
            "the profile was made for scorer '%s', this detector's is '%s'"
                .formatted(profile.scorer(), scorer.name()));
      }
      return threshold(profile.threshold()).margin(profile.marginLow(), profile.marginHigh());
    }

    /**
     * Makes the detector.
     *
     * @return a new detector
     * @throws IllegalArgumentException if the band does not hold the threshold
     */
    public BlurDetector build() {
      double low = margin == null ? threshold : margin[0];
      double high = margin == null ? threshold : margin[1];
      if (low > threshold || high < threshold) {
        throw new IllegalArgumentException(
            "margin " + low + " to " + high + " does not hold the threshold " + threshold);
      }
      return new BlurDetector(scorer, threshold, low, high);
    }
  }
}
