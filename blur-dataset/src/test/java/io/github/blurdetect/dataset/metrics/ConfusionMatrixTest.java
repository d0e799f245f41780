package io.github.blurdetect.dataset.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  @Test
  void of_fortyScores_matchesScikitLearn() {
    ConfusionMatrix matrix = ConfusionMatrix.of(Samples.forty(), 0.5);
    assertThat(matrix).isEqualTo(new ConfusionMatrix(16, 8, 3, 13));
    assertThat(matrix.text()).isEqualTo("[[16  8]\n [ 3 13]]");
  }

  @Test
  void report_fortyScores_isPrintedAsByScikitLearn() {
    String expected =
        """
                      precision    recall  f1-score   support

               clear       0.84      0.67      0.74        24
             blurred       0.62      0.81      0.70        16

            accuracy                           0.73        40
           macro avg       0.73      0.74      0.72        40
        weighted avg       0.75      0.72      0.73        40
        """;
    ConfusionMatrix matrix = ConfusionMatrix.of(Samples.forty(), 0.5);
    assertThat(ClassificationReport.text(matrix)).isEqualTo(expected);
  }

  @Test
  void report_otherNamesAndDigits_isPrintedAsByScikitLearn() {
    String expected =
        """
                      precision    recall  f1-score   support

                  清晰     0.8421    0.6667    0.7442        24
                  模糊     0.6190    0.8125    0.7027        16

            accuracy                         0.7250        40
           macro avg     0.7306    0.7396    0.7234        40
        weighted avg     0.7529    0.7250    0.7276        40
        """;
    ConfusionMatrix matrix = ConfusionMatrix.of(Samples.forty(), 0.5);
    assertThat(ClassificationReport.text(matrix, "清晰", "模糊", 4)).isEqualTo(expected);
  }

  @Test
  void of_scoreEqualToThreshold_isClear() {
    LabelledScores scores = LabelledScores.of(new double[] {0.5}, new boolean[] {true});
    assertThat(ConfusionMatrix.of(scores, 0.5)).isEqualTo(new ConfusionMatrix(0, 0, 1, 0));
  }

  @Test
  void blurred_nothingCalledBlurred_isZeroNotNaN() {
    ClassMetrics metrics = new ConfusionMatrix(5, 0, 0, 0).blurred();
    assertThat(metrics).isEqualTo(new ClassMetrics(0, 0, 0, 0));
    assertThat(new ConfusionMatrix(0, 0, 0, 0).accuracy()).isZero();
  }

  @Test
  void blurred_handCount_matches() {
    ClassMetrics metrics = new ConfusionMatrix(90, 10, 5, 45).blurred();
    assertThat(metrics.precision()).isCloseTo(45 / 55.0, within(1e-15));
    assertThat(metrics.recall()).isCloseTo(0.9, within(1e-15));
    assertThat(metrics.f1()).isCloseTo(90 / 105.0, within(1e-15));
    assertThat(metrics.support()).isEqualTo(50);
  }
}
