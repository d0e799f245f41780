package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorNoiseTest {

  @ParameterizedTest
  @CsvSource({"0,0", "0.5,0", "1,0.5", "0.3,1"})
  void add_onPaper_hasTheStatedDeviation(double shotShare, double grey) {
    // Light 0.7 is code 217.
    assertThat(deviation(217, 6, shotShare, grey)).isCloseTo(6, within(0.15));
  }

  @Test
  void add_shotNoiseInTheDark_isStrongerThanReadNoise() {
    // Variance in light falls with the light, the curve's slope rises: at code 89 (light 0.1) by
    // sqrt(0.1 / 0.7) * slope(0.1) / slope(0.7).
    double slope =
        (Srgb.code(0.102f) - Srgb.code(0.098f)) / (Srgb.code(0.702f) - Srgb.code(0.698f));
    double expected = 6 * Math.sqrt(0.1 / 0.7) * slope;

    assertThat(deviation(89, 6, 1, 0)).isCloseTo(expected, within(0.2));
    assertThat(deviation(89, 6, 0, 0)).isCloseTo(6, within(0.15));
  }

  private static double deviation(int code, double sigma, double shotShare, double grey) {
    Planes flat = new Planes(120, 120, 3);
    for (int c = 0; c < 3; c++) {
      for (float[] row : flat.plane(c)) {
        java.util.Arrays.fill(row, code);
      }
    }
    SensorNoise.add(flat, sigma, shotShare, grey, new SplittableRandom(3));
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (float[] row : flat.plane(c)) {
        for (float value : row) {
          sum += (value - code) * (value - code);
        }
      }
    }
    return Math.sqrt(sum / (3 * 120 * 120));
  }
}
