package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.Combiner;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A table's rows as arrays, and what is fitted without a row's fold applied to the row. */
final class Folds {
  private final ScoreTable table;
  private final int[] foldOf;
  private final int count;
  private final double[][] scores;
  private final boolean[] labels;

  Folds(ScoreTable table, int[] foldOf) {
    this.table = table;
    this.foldOf = foldOf;
    this.count = IntStream.of(foldOf).max().orElse(-1) + 1;
    this.scores = table.rows().stream().map(ScoreTable.Row::vector).toArray(double[][]::new);
    this.labels = new boolean[scores.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = table.rows().get(i).blurred();
    }
  }

  ScoreTable table() {
    return table;
  }

  double[][] scores() {
    return scores;
  }

  boolean[] labels() {
    return labels;
  }

  double[] column(int column) {
    return IntStream.range(0, scores.length).mapToDouble(row -> scores[row][column]).toArray();
  }

  /** Each row's log-odds by a combiner that was fitted to the other folds. */
  double[] predict(CombinerFit fit) {
    double[] logOdds = new double[labels.length];
    for (int fold = 0; fold < count; fold++) {
      int[] train = rows(fold, false);
      double[][] trainScores =
          IntStream.of(train).mapToObj(i -> scores[i]).toArray(double[][]::new);
      Combiner combiner = fit.fit(trainScores, labels(train));
      for (int row : rows(fold, true)) {
        logOdds[row] = combiner.logOdds(scores[row]);
      }
    }
    return logOdds;
  }

  /** Each row's probability by a calibration that was fitted to the other folds' log-odds. */
  double[] calibrate(double[] logOdds, BiFunction<double[], boolean[], ? extends Calibration> fit) {
    double[] predicted = new double[labels.length];
    for (int fold = 0; fold < count; fold++) {
      int[] train = rows(fold, false);
      double[] trainOdds = IntStream.of(train).mapToDouble(i -> logOdds[i]).toArray();
      Calibration calibration = fit.apply(trainOdds, labels(train));
      for (int row : rows(fold, true)) {
        predicted[row] = calibration.probability(logOdds[row]);
      }
    }
    return predicted;
  }

  private int[] rows(int fold, boolean inside) {
    return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold == inside).toArray();
  }

  private boolean[] labels(int[] rows) {
    boolean[] some = new boolean[rows.length];
    int positive = 0;
    for (int i = 0; i < rows.length; i++) {
      some[i] = labels[rows[i]];
      positive += some[i] ? 1 : 0;
    }
    if (positive == 0 || positive == rows.length) {
      throw new IllegalArgumentException(
          "a fold's complement of %d photos holds %d blurred ones, expected both labels"
              .formatted(rows.length, positive));
    }
    return some;
  }
}
