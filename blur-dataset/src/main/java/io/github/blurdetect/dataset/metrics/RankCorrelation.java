package io.github.blurdetect.dataset.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation (Spearman, 1904, doi 10.2307/1412159). */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * Returns the Pearson correlation of the ranks, equal values sharing their mean rank.
   *
   * @param x finite values
   * @param y as many finite values
   * @return in [-1, 1]; NaN where all values of one side are equal
   * @throws IllegalArgumentException if the lengths differ, are under 2, or a value is not finite
   */
  public static double spearman(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          x.length + " and " + y.length + " values, expected as many, at least 2");
    }
    return pearson(ranks(x), ranks(y));
  }

  /**
   * Returns the ranks of values, from 1, equal ones sharing their mean rank.
   *
   * @param values finite values
   * @return one a value
   * @throws IllegalArgumentException if a value is not finite
   */
  public static double[] ranks(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a value is " + value + ", expected a finite number");
      }
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    for (int start = 0; start < order.length; ) {
      int end = start + 1;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + end + 1) / 2.0;
      }
      start = end;
    }
    return ranks;
  }

  private static double pearson(double[] x, double[] y) {
    double mean = (x.length + 1) / 2.0; // Of ranks, ties or not.
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
