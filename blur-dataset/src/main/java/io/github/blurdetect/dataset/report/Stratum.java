package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.metrics.ConfusionMatrix;

/**
 * Photos that agree in one respect, and how well they were told apart.
 *
 * @param value what they agree in, for example {@code motion} or {@code 3 to 6}
 * @param matrix how often each class was called which
 * @param rocAuc area under the ROC curve; NaN where a class is missing
 */
public record Stratum(String value, ConfusionMatrix matrix, double rocAuc) {

  /**
   * Returns the F1 of the blurred class.
   *
   * @return in [0, 1]; NaN where no photo is blurred
   */
  public double f1() {
    return matrix.blurred().support() == 0 ? Double.NaN : matrix.blurred().f1();
  }
}
