package io.github.blurdetect.training.cnn;

import io.github.blurdetect.cnn.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits how a photo's votes become its score: logistic regression on the share of unreadable print
 * and the mean log odds, by Newton's method with a small ridge (D. Cox, "The regression analysis of
 * binary sequences", 1958, doi 10.1111/j.2517-6161.1958.tb00292.x).
 */
final class PoolingFitter {
  private static final double RIDGE = 0.05;
  private static final int ROUNDS = 50;

  /** Things that are no documents rarely have as many cells that almost surely hold print. */
  private static final double MOST_SURE_CELLS = 100;

  /** Share of the photos of either class that may have fewer, and show no text then. */
  private static final double FEWER = 0.02;

  private final List<Double> sureInClear = new ArrayList<>();
  private final List<Double> sureInBlurred = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  /** Takes a photo in; one without text says nothing. */
  void add(Votes votes, boolean blurred, double weight) {
    if (votes.enough()) {
      weights.add(weight);
      rows.add(new double[] {1, votes.unreadShare(), votes.meanLogit()});
      labels.add(blurred);
      if (!blurred) {
        sureInClear.add(votes.sureCells());
      } else if (!votes.agreed()) { // Where its cells agree a photo has text anyway.
        sureInBlurred.add(votes.sureCells());
      }
    }
  }

  /**
   * Chooses between a fit to the photos that OCR or a person has judged and one to those labelled
   * by a rule as well: the former, unless it has too few.
   */
  static PoolingFitter better(PoolingFitter judged, PoolingFitter all) {
    return judged.enough() ? judged : all;
  }

  int size() {
    return rows.size();
  }

  /** Says whether there are at least ten photos of each kind. */
  boolean enough() {
    long blurred = labels.stream().filter(b -> b).count();
    return blurred >= 10 && labels.size() - blurred >= 10;
  }

  /**
   * Returns the metadata entries of the fit. Both kinds of photo count alike, however many there
   * are of each.
   */
  Map<String, String> fit() {
    double[] beta = {-4, 6, 0.3};
    double[] start = beta.clone();
    double[] balance = balance();
    for (int round = 0; round < ROUNDS; round++) {
      double[][] system = new double[3][4];
      for (int k = 0; k < 3; k++) {
        system[k][k] += RIDGE;
        system[k][3] -= RIDGE * (beta[k] - start[k]);
      }
      for (int i = 0; i < rows.size(); i++) {
        double weight = weights.get(i) * balance[labels.get(i) ? 1 : 0];
        accumulate(system, rows.get(i), labels.get(i), beta, weight);
      }
      double[] change = solve(system);
      double size = 0;
      for (int k = 0; k < 3; k++) {
        double bounded = Math.max(-2, Math.min(2, change[k]));
        beta[k] += bounded;
        size += Math.abs(bounded);
      }
      if (size < 1e-9) {
        break;
      }
    }
    Map<String, String> entries = new TreeMap<>();
    entries.put("pool_bias", text(beta[0]));
    entries.put("pool_share", text(beta[1]));
    entries.put("pool_logit", text(beta[2]));
    entries.put("sure_cells", text(leastSureCells()));
    entries.put("threshold", "0.5");
    return entries;
  }

  private double leastSureCells() {
    return Math.min(MOST_SURE_CELLS, Math.min(least(sureInClear), least(sureInBlurred)));
  }

  private static double least(List<Double> cells) {
    List<Double> sorted = cells.stream().sorted().toList();
    return sorted.isEmpty() ? MOST_SURE_CELLS : sorted.get((int) (FEWER * sorted.size()));
  }

  /** Returns the factors that give both kinds the same sum of weights. */
  private double[] balance() {
    double[] sums = new double[2];
    for (int i = 0; i < labels.size(); i++) {
      sums[labels.get(i) ? 1 : 0] += weights.get(i);
    }
    double half = (sums[0] + sums[1]) / 2;
    return new double[] {half / Math.max(1, sums[0]), half / Math.max(1, sums[1])};
  }

  private static void accumulate(
      double[][] system, double[] row, boolean blurred, double[] beta, double weight) {
    double z = beta[0] * row[0] + beta[1] * row[1] + beta[2] * row[2];
    double p = 1 / (1 + Math.exp(-z));
    double slope = weight * Math.max(1e-9, p * (1 - p));
    double residual = weight * ((blurred ? 1 : 0) - p);
    for (int a = 0; a < 3; a++) {
      system[a][3] += row[a] * residual;
      for (int b = 0; b < 3; b++) {
        system[a][b] += slope * row[a] * row[b];
      }
    }
  }

  /** Gaussian elimination with pivots; the ridge keeps the matrix regular. */
  private static double[] solve(double[][] m) {
    for (int k = 0; k < 3; k++) {
      int pivot = k;
      for (int r = k + 1; r < 3; r++) {
        pivot = Math.abs(m[r][k]) > Math.abs(m[pivot][k]) ? r : pivot;
      }
      double[] swap = m[k];
      m[k] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < 3; r++) {
        double factor = r == k ? 0 : m[r][k] / m[k][k];
        for (int c = k; factor != 0 && c < 4; c++) {
          m[r][c] -= factor * m[k][c];
        }
      }
    }
    return new double[] {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
