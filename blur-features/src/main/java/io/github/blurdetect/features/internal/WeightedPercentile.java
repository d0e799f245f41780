package io.github.blurdetect.features.internal;

import java.util.Arrays;
import java.util.List;
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
    double[] weights = new double[all.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i][0];
      weights[i] = all[i][1];
    }
    return of(values, weights, List.of(share))[0];
  }

  /**
   * Returns several such values of one set, which is sorted once.
   *
   * @param values in any order
   * @param weights of the values, above 0
   * @param shares 0 to 1
   * @return one a share; NaN where there is no value
   */
  static double[] of(double[] values, double[] weights, List<Double> shares) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ordered = inOrder(values, weights, sorted);
    double total = 0;
    for (double weight : ordered) {
      total += weight;
    }
    double[] found = new double[shares.size()];
    for (int k = 0; k < found.length; k++) {
      found[k] = reached(sorted, ordered, shares.get(k) * total);
    }
    return found;
  }

  private static double reached(double[] sorted, double[] weights, double wanted) {
    double below = 0;
    for (int i = 0; i < sorted.length; i++) {
      below += weights[i];
      if (below >= wanted) {
        return sorted[i];
      }
    }
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }

  /**
   * Returns the weights in the order of the sorted values, those of equal values as they came.
   * Sorting numbers and looking each up again takes less time than sorting pairs.
   */
  private static double[] inOrder(double[] values, double[] weights, double[] sorted) {
    double[] ordered = new double[sorted.length];
    int[] taken = new int[sorted.length]; // by the place of the first of equal values
    for (int i = 0; i < values.length; i++) {
      int first = firstOf(sorted, values[i]);
      ordered[first + taken[first]++] = weights[i];
    }
    return ordered;
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
