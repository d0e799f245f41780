package io.github.blurdetect.dataset.metrics;

/** Forty scores and labels whose figures were computed with scikit-learn 1.2.1 and SciPy 1.10.1. */
final class Samples {
  private Samples() {}

  private static final int[] LABELS = {
    1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1,
    0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1
  };

  static final double[] SCORES = {
    0.56, 0.1, 1.0, 0.32, 0.39, 0.64, 0.75, 0.72, 0.64, 0.46, 0.33, 0.0, 0.85, 0.88,
    0.73, 0.27, 0.48, 0.14, 0.27, 1.0, 0.6, 0.46, 0.65, 0.58, 0.32, 0.55, 0.04, 0.2,
    0.81, 0.58, 0.67, 0.34, 0.38, 0.45, 0.82, 0.0, 0.58, 0.46, 0.76, 0.63
  };

  static final double[] OTHER = {
    5, 0, 5, 2, 3, 4, 3, 4, 3, 2, 1, 2, 4, 4, 4, 1, 2, 1, 2, 5,
    4, 3, 3, 3, 1, 3, -1, -1, 4, 2, 1, 2, 1, 3, 4, -1, 2, 2, 4, 2
  };

  static LabelledScores forty() {
    boolean[] blurred = new boolean[LABELS.length];
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = LABELS[i] == 1;
    }
    return LabelledScores.of(SCORES, blurred);
  }

  /** The example of scikit-learn's documentation of roc_auc_score and average_precision_score. */
  static LabelledScores four() {
    return LabelledScores.of(
        new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});
  }
}
