package io.github.blurdetect.dataset.metrics;

/**
 * A confidence interval.
 *
 * @param low lower bound
 * @param high upper bound, at least {@code low}
 * @param level share of repetitions that should hold the truth, for example 0.95
 */
public record Interval(double low, double high, double level) {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if {@code low > high} or the level is not between 0 and 1
   */
  public Interval {
    if (!(low <= high) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "interval is " + low + " to " + high + " at " + level + ", expected low <= high, 0 to 1");
    }
  }
}
