package io.github.blurdetect.dataset.metrics;

import java.util.List;

/** Chooses a threshold from scores, which should be out-of-fold ones. */
public final class BestThreshold {
  private BestThreshold() {}

  /**
   * Returns the threshold of the best F1 of the blurred class. It lies midway between two
   * neighbouring scores; among equally good thresholds the middle one of the longest run is taken,
   * the lower run among equally long ones. It is never below 0, so scores of 0 are never called
   * blurred.
   *
   * @param scores scores and labels of both classes
   * @return a photo is to be called blurred where its score is above this
   * @throws IllegalArgumentException if a class is missing
   */
  public static double byF1(LabelledScores scores) {
    List<Ranking.Point> roc = Ranking.rocCurve(scores);
    int blurred = scores.blurredCount();
    int clear = scores.clearCount();
    double best = -1;
    double low = 0;
    double high = 0;
    for (int i = 1; i < roc.size() && roc.get(i).threshold() > 0; i++) {
      double hits = roc.get(i).y() * blurred;
      double f1 = 2 * hits / (hits + roc.get(i).x() * clear + blurred);
      double above = roc.get(i).threshold();
      double below = i + 1 < roc.size() ? Math.max(0, roc.get(i + 1).threshold()) : 0;
      if (f1 > best + 1e-12 || (f1 > best - 1e-12 && above - below > high - low)) {
        best = f1;
        low = below;
        high = above;
      }
    }
    return low + (high - low) / 2;
  }
}
