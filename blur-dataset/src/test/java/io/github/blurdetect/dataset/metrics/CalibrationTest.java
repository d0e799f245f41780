package io.github.blurdetect.dataset.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void brier_fortyScores_matchesScikitLearn() {
    assertThat(Calibration.brier(Samples.forty())).isCloseTo(0.1765025, within(1e-12));
  }

  @Test
  void expectedError_fortyScores_matchesNumpy() {
    assertThat(Calibration.expectedError(Samples.forty(), 10)).isCloseTo(0.11875, within(1e-12));
  }

  @Test
  void expectedError_handCount_matches() {
    LabelledScores scores =
        LabelledScores.of(new double[] {0.2, 0.4, 0.9, 1}, new boolean[] {false, true, true, true});
    // Two bins: |0.3 - 0.5| and |0.95 - 1|, two photos each.
    assertThat(Calibration.expectedError(scores, 2)).isCloseTo(0.125, within(1e-12));
    assertThat(Calibration.bins(scores, 2).get(1).count()).isEqualTo(2);
    assertThat(Calibration.bins(scores, 10).get(0).meanScore()).isNaN();
  }

  @Test
  void brier_scoreAboveOne_isRefused() {
    LabelledScores scores = LabelledScores.of(new double[] {1.5}, new boolean[1]);
    assertThatThrownBy(() -> Calibration.brier(scores))
        .hasMessage("score 0 is 1.5, expected 0 to 1");
  }

  @Test
  void spearman_fortyValuesWithTies_matchesSciPy() {
    assertThat(RankCorrelation.spearman(Samples.SCORES, Samples.OTHER))
        .isCloseTo(0.8102937130427795, within(1e-12));
  }

  @Test
  void spearman_monotoneAndReversed_areOneAndMinusOne() {
    double[] x = {1, 2, 3, 4};
    assertThat(RankCorrelation.spearman(x, new double[] {1, 10, 100, 1000}))
        .isCloseTo(1, within(1e-15));
    assertThat(RankCorrelation.spearman(x, new double[] {9, 5, 2, 1})).isCloseTo(-1, within(1e-15));
    assertThat(RankCorrelation.spearman(x, new double[4])).isNaN();
  }
}
