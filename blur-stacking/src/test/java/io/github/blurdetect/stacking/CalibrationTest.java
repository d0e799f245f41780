package io.github.blurdetect.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void platt_isLogisticInTheLogOdds() {
    assertThat(new Calibration.Platt(2, -1).probability(1.5))
        .isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
  }

  @Test
  void platt_beyondTheMost_isLevel() {
    Calibration curve = new Calibration.Platt(1, 0, 0.9);
    assertThat(curve.probability(Math.log(8))).isCloseTo(8 / 9.0, within(1e-12));
    assertThat(curve.probability(Math.log(10))).isEqualTo(0.9);
    assertThat(curve.probability(50)).isEqualTo(0.9);
    assertThat(curve.probability(Double.POSITIVE_INFINITY)).isEqualTo(0.9);
  }

  @Test
  void isotonic_betweenKnots_isLinearAndLevelBeyond() {
    Calibration curve = new Calibration.Isotonic(List.of(-1.0, 0.0, 2.0), List.of(0.1, 0.3, 0.9));
    assertThat(curve.probability(-9)).isEqualTo(0.1);
    assertThat(curve.probability(-1)).isEqualTo(0.1);
    assertThat(curve.probability(-0.5)).isCloseTo(0.2, within(1e-12));
    assertThat(curve.probability(0)).isEqualTo(0.3);
    assertThat(curve.probability(1)).isCloseTo(0.6, within(1e-12));
    assertThat(curve.probability(2)).isEqualTo(0.9);
    assertThat(curve.probability(9)).isEqualTo(0.9);
  }

  @Test
  void new_curveThatFalls_isRefused() {
    assertThatThrownBy(() -> new Calibration.Platt(0, 1)).hasMessageContaining("slope 0.0");
    assertThatThrownBy(() -> new Calibration.Platt(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Calibration.Platt(1, 0, 0)).hasMessageContaining("at most 0.0");
    assertThatThrownBy(() -> new Calibration.Platt(1, 0, 1.01)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(0.0, 0.0), List.of(0.1, 0.2)))
        .hasMessageContaining("knot 1 is (0.0, 0.2)");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.3, 0.2)))
        .hasMessageContaining("knot 1");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(0.0), List.of(1.2)))
        .hasMessageContaining("knot 0");
    assertThatThrownBy(() -> new Calibration.Isotonic(List.of(), List.of()))
        .hasMessageContaining("at least one");
  }
}
