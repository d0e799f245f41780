package io.github.blurdetect.stacking.fit;

/**
 * An exact two-sided interval for a share, from a count of independent trials.
 *
 * <p>Source: Clopper and Pearson, The use of confidence or fiducial limits illustrated in the case
 * of the binomial, 1934, doi 10.1093/biomet/26.4.404.
 *
 * @param low lower end, in [0, 1]
 * @param high upper end, in [0, 1]
 */
public record BinomialInterval(double low, double high) {
  private static final int HALVINGS = 60;

  /**
   * Computes the interval.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least 1
   * @param confidence between 0 and 1, for example 0.95
   * @return the interval; it holds {@code successes / trials}
   * @throws IllegalArgumentException if a number is out of range
   */
  public static BinomialInterval of(int successes, int trials, double confidence) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "found %d successes in %d trials, expected 0 to as many, at least 1 trial"
              .formatted(successes, trials));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence is " + confidence + ", expected between 0 and 1");
    }
    double tail = (1 - confidence) / 2;
    // P(X <= k) falls as p rises: halve until it meets the tail.
    double low = successes == 0 ? 0 : where(successes - 1, trials, 1 - tail);
    double high = successes == trials ? 1 : where(successes, trials, tail);
    return new BinomialInterval(low, high);
  }

  private static double where(int k, int n, double probability) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (atMost(k, n, middle) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * Returns the chance of at most k successes.
   *
   * @param k under 0 gives 0, n or over gives 1
   * @param n trials
   * @param p chance of one success, in [0, 1]
   * @return in [0, 1]
   */
  static double atMost(int k, int n, double p) {
    if (k < 0) {
      return 0;
    }
    if (k >= n || p <= 0) {
      return 1;
    }
    if (p >= 1) {
      return 0;
    }
    double term = n * Math.log1p(-p);
    double sum = Math.exp(term);
    for (int i = 1; i <= k; i++) {
      term += Math.log((double) (n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }
}
