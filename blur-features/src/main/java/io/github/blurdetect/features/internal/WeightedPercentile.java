package io.github.blurdetect.features.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The value at which a given share of the weight lies below. */
final class WeightedPercentile {

  private WeightedPercentile() {}

  /**
   * Returns the smallest value up to which the given share of the weight lies.
   *
   * @param pairs (value, weight), weights above 0
   * @param share 0 to 1
   * @return NaN where there is no pair
   */
  static double of(Stream<double[]> pairs, double share) {
    double[][] sorted = pairs.toArray(double[][]::new);
    Arrays.sort(sorted, Comparator.comparingDouble(p -> p[0]));
    double total = 0;
    for (double[] pair : sorted) {
      total += pair[1];
    }
    double below = 0;
    for (double[] pair : sorted) {
      below += pair[1];
      if (below >= share * total) {
        return pair[0];
      }
    }
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1][0];
  }

  /** Returns the median, or a value of its own where there is no pair. */
  static double median(Stream<double[]> pairs, double otherwise) {
    double median = of(pairs, 0.5);
    return Double.isNaN(median) ? otherwise : median;
  }
}
