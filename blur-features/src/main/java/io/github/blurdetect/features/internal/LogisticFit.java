package io.github.blurdetect.features.internal;

import java.util.List;

/**
 * Fits a {@link LogisticModel} by Newton's method (iteratively reweighted least squares) with a
 * ridge on all weights but the intercept.
 */
public final class LogisticFit {
  private static final int ROUNDS = 25;
  private static final double SMALL_STEP = 1e-9;

  private LogisticFit() {}

  /**
   * Fits.
   *
   * @param names of the terms
   * @param rows terms, row by row
   * @param targets share of successes of each row, 0 to 1
   * @param counts weight of each row
   * @param ridge added to the curvature of every standardised weight, at least 0
   * @return the model
   */
  public static LogisticModel fit(
      List<String> names, double[][] rows, double[] targets, double[] counts, double ridge) {
    int terms = names.size();
    double[] means = new double[terms];
    double[] deviations = new double[terms];
    standardise(rows, means, deviations);
    double[] weights = new double[terms + 1];
    for (int round = 0; round < ROUNDS; round++) {
      double[] step = step(rows, targets, counts, means, deviations, weights, ridge);
      double largest = 0;
      for (int i = 0; i <= terms; i++) {
        weights[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < SMALL_STEP) {
        break;
      }
    }
    return new LogisticModel(names, means, deviations, weights);
  }

  private static void standardise(double[][] rows, double[] means, double[] deviations) {
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[i];
      }
      means[i] = sum / rows.length;
      for (double[] row : rows) {
        squares += (row[i] - means[i]) * (row[i] - means[i]);
      }
      deviations[i] = Math.max(1e-9, Math.sqrt(squares / rows.length));
    }
  }

  private static double[] step(
      double[][] rows,
      double[] targets,
      double[] counts,
      double[] means,
      double[] deviations,
      double[] weights,
      double ridge) {
    int size = weights.length;
    double[][] curvature = new double[size][size + 1];
    double[] z = new double[size];
    for (int r = 0; r < rows.length; r++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        double standard = i == size - 1 ? 1 : (rows[r][i] - means[i]) / deviations[i];
        z[i] = Math.max(-LogisticModel.FARTHEST, Math.min(LogisticModel.FARTHEST, standard));
        sum += weights[i] * z[i];
      }
      double p = 1 / (1 + Math.exp(-sum));
      double slope = counts[r] * Math.max(1e-6, p * (1 - p));
      double error = counts[r] * (targets[r] - p);
      for (int i = 0; i < size; i++) {
        curvature[i][size] += error * z[i];
        for (int j = 0; j <= i; j++) {
          curvature[i][j] += slope * z[i] * z[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        curvature[i][j] = curvature[j][i];
      }
      if (i < size - 1) {
        curvature[i][i] += ridge;
        curvature[i][size] -= ridge * weights[i];
      }
    }
    return solve(curvature);
  }

  /** Gauss-Jordan elimination with pivoting; the last column is the right side. */
  private static double[] solve(double[][] a) {
    int size = a.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swap = a[column];
      a[column] = a[pivot];
      a[pivot] = swap;
      for (int row = 0; row < size; row++) {
        double factor = row == column ? 0 : a[row][column] / a[column][column];
        for (int k = column; factor != 0 && k <= size; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = a[i][size] / a[i][i];
    }
    return solution;
  }
}
