package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.LogOdds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Labels and two members' scores with independent errors; the second knows more. */
@SuppressWarnings("ArrayRecordComponent") // Test data, read only.
record FakeScores(double[][] scores, boolean[] labels) {

  static FakeScores of(int photos, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] scores = new double[photos][];
    boolean[] labels = new boolean[photos];
    for (int i = 0; i < photos; i++) {
      labels[i] = random.nextBoolean();
      double side = labels[i] ? 1 : -1;
      scores[i] =
          new double[] {
            LogOdds.probability(1.5 * side + 1.2 * noise(random)),
            LogOdds.probability(2.5 * side + 1.5 * noise(random))
          };
    }
    return new FakeScores(scores, labels);
  }

  private static double noise(SplittableRandom random) {
    return random.doubles(12).sum() - 6;
  }

  double[] logOdds(int member) {
    double[] all = new double[labels.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = LogOdds.of(scores[i][member]);
    }
    return all;
  }

  double[] column(int member) {
    double[] all = new double[labels.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = scores[i][member];
    }
    return all;
  }

  /** Four photos a group. */
  ScoreTable table() {
    List<ScoreTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      rows.add(
          new ScoreTable.Row(
              "photo" + i, "g" + i / 4, labels[i], List.of(scores[i][0], scores[i][1])));
    }
    return new ScoreTable(List.of("cheap", "costly"), rows);
  }
}
