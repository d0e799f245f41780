package io.github.blurdetect.stacking;

/** Log-odds of probabilities, natural logarithm. */
public final class LogOdds {
  /**
   * Scores nearer to 0 or 1 than this are moved here first, so that one saturated member cannot
   * outvote all others. Part of the stacker's format.
   */
  public static final double CLIP = 1e-4;

  private LogOdds() {}

  /**
   * Returns the log-odds of a probability.
   *
   * @param probability in [0, 1]; moved into [{@link #CLIP}, 1 - {@link #CLIP}]
   * @return between -9.21 and 9.21; NaN for NaN
   */
  public static double of(double probability) {
    double p = Math.min(1 - CLIP, Math.max(CLIP, probability));
    return Math.log(p) - Math.log1p(-p);
  }

  /**
   * Returns the probability of log-odds.
   *
   * @param logOdds any number
   * @return in [0, 1]
   */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
