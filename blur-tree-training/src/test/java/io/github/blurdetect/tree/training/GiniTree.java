package io.github.blurdetect.tree.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A classification tree grown naively: every split of every feature is tried at each node. */
record GiniTree(
    int feature, double below, @Nullable GiniTree left, @Nullable GiniTree right, double share) {

  static GiniTree grow(List<TrainingTable.Row> rows, int depth) {
    double share = share(rows);
    double best = impurity(rows) - 1e-9;
    GiniTree found = new GiniTree(-1, 0, null, null, share);
    if (depth == 0) {
      return found;
    }
    for (int feature = 0; feature < rows.get(0).values().length; feature++) {
      int f = feature;
      double[] values =
          rows.stream().mapToDouble(row -> row.values()[f]).sorted().distinct().toArray();
      for (int i = 1; i < values.length; i++) {
        double at = (values[i - 1] + values[i]) / 2;
        double after = impurity(side(rows, f, at, true)) + impurity(side(rows, f, at, false));
        if (after < best - 1e-9) {
          best = after;
          found = new GiniTree(f, at, null, null, share);
        }
      }
    }
    if (found.feature < 0) {
      return found;
    }
    return new GiniTree(
        found.feature,
        found.below,
        grow(side(rows, found.feature, found.below, true), depth - 1),
        grow(side(rows, found.feature, found.below, false), depth - 1),
        share);
  }

  private static List<TrainingTable.Row> side(
      List<TrainingTable.Row> rows, int feature, double at, boolean below) {
    return rows.stream().filter(row -> row.values()[feature] < at == below).toList();
  }

  private static double share(List<TrainingTable.Row> rows) {
    return rows.stream().filter(TrainingTable.Row::blurred).count() / (double) rows.size();
  }

  /** Gini impurity times the number of rows. */
  private static double impurity(List<TrainingTable.Row> rows) {
    double p = share(rows);
    return 2 * p * (1 - p) * rows.size();
  }

  double predict(double[] row) {
    if (left == null || right == null) {
      return share;
    }
    return row[feature] < below ? left.predict(row) : right.predict(row);
  }
}
