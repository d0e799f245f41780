package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

  @Test
  void fit_oneBinaryTerm_findsTheShares() {
    double[][] rows = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
    double[] targets = {0, 0, 0, 1, 1, 1, 1, 0};
    double[] counts = {1, 1, 1, 1, 1, 1, 1, 1};
    LogisticModel model = LogisticFit.fit(List.of("a"), rows, targets, counts, 0);
    assertThat(model.probability(new double[] {0})).isCloseTo(0.25, within(1e-9));
    assertThat(model.probability(new double[] {1})).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void fit_countedRows_equalsRepeatedRows() {
    LogisticModel counted =
        LogisticFit.fit(
            List.of("a"),
            new double[][] {{0}, {1}},
            new double[] {0.2, 0.6},
            new double[] {5, 5},
            0);
    assertThat(counted.probability(new double[] {0})).isCloseTo(0.2, within(1e-9));
    assertThat(counted.probability(new double[] {1})).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void fit_simulatedRows_zeroesTheGradient() {
    SplittableRandom random = new SplittableRandom(4);
    double[][] rows = new double[3000][];
    double[] targets = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {random.nextDouble(), random.nextDouble() * 3};
      double sum = 2 * rows[r][0] - rows[r][1] + 0.5;
      targets[r] = random.nextDouble() < 1 / (1 + Math.exp(-sum)) ? 1 : 0;
    }
    double[] counts = new double[rows.length];
    Arrays.fill(counts, 1);
    LogisticModel model = LogisticFit.fit(List.of("a", "b"), rows, targets, counts, 0);
    double[] gradient = new double[3];
    for (int r = 0; r < rows.length; r++) {
      double error = targets[r] - model.probability(rows[r]);
      gradient[0] += error;
      gradient[1] += error * rows[r][0];
      gradient[2] += error * rows[r][1];
    }
    for (double slope : gradient) {
      assertThat(slope).isCloseTo(0, within(1e-6));
    }
    assertThat(model.weights()[0] / model.deviations()[0]).isCloseTo(2, within(0.4));
  }

  @Test
  void ofLines_writtenModel_givesTheSame() {
    LogisticModel model =
        new LogisticModel(
            List.of("a", "b"), new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6, 7});
    LogisticModel read = LogisticModel.ofLines(model.toLines());
    assertThat(read.names()).isEqualTo(model.names());
    assertThat(read.probability(new double[] {0.3, 0.1}))
        .isEqualTo(model.probability(new double[] {0.3, 0.1}));
  }

  @Test
  void ofLines_wrongCells_isRefused() {
    assertThatThrownBy(() -> LogisticModel.ofLines(List.of("a\t1\t2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 4 cells");
  }

  @Test
  void legibility_resource_fitsTheTerms() {
    double[] measures = new double[CellMeasure.COUNT];
    assertThat(LegibilityTerms.of(measures)).hasSize(LegibilityTerms.names().size());
    assertThat(Legibility.of(measures)).isBetween(0.0, 1.0);
  }
}
