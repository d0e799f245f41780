package io.github.blurdetect.features.internal;

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
    int[] order = SortedIndices.of(values);
    double total = 0;
    for (int i : order) {
      total += weights[i];
    }
    double[] found = new double[shares.size()];
    for (int k = 0; k < found.length; k++) {
      found[k] = reached(values, weights, order, shares.get(k) * total);
    }
    return found;
  }

  private static double reached(double[] values, double[] weights, int[] order, double wanted) {
    double below = 0;
    for (int i : order) {
      below += weights[i];
      if (below >= wanted) {
        return values[i];
      }
    }
    return order.length == 0 ? Double.NaN : values[order[order.length - 1]];
  }

  /** Returns the median, or a value of its own where there is no pair. */
  static double median(Stream<double[]> pairs, double otherwise) {
    double median = of(pairs, 0.5);
    return Double.isNaN(median) ? otherwise : median;
  }
}
