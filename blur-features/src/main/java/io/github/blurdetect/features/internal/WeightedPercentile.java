package io.github.blurdetect.features.internal;

import java.util.Arrays;
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
    double[][] all = pairs.toArray(double[][]::new);
    double[] values = new double[all.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i][0];
    }
    Arrays.sort(values);
    double[] weights = inOrder(all, values);
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double below = 0;
    for (int i = 0; i < values.length; i++) {
      below += weights[i];
      if (below >= share * total) {
        return values[i];
      }
    }
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }

  /**
   * Returns the weights in the order of the sorted values, those of equal values as they came.
   * Sorting numbers and looking each up again takes less time than sorting pairs.
   */
  private static double[] inOrder(double[][] pairs, double[] sorted) {
    double[] weights = new double[sorted.length];
    int[] taken = new int[sorted.length]; // by the place of the first of equal values
    for (double[] pair : pairs) {
      int first = firstOf(sorted, pair[0]);
      weights[first + taken[first]++] = pair[1];
    }
    return weights;
  }

  private static int firstOf(double[] sorted, double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = from + to >>> 1;
      if (Double.compare(sorted[middle], value) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Returns the median, or a value of its own where there is no pair. */
  static double median(Stream<double[]> pairs, double otherwise) {
    double median = of(pairs, 0.5);
    return Double.isNaN(median) ? otherwise : median;
  }
}
