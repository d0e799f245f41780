package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaintnessTest {
  private static double[] factors(double[]... contrastAndLetters) {
    return new Faintness(0.4, 0.2)
        .factors(List.of(contrastAndLetters), piece -> piece[0], piece -> piece[1]);
  }

  @Test
  void factors_fallEvenlyBetweenTheShares() {
    double[] text = {100, 50};
    double[] found =
        factors(text, new double[] {40, 1}, new double[] {30, 1}, new double[] {20, 1});
    assertThat(found[0]).isEqualTo(1);
    assertThat(found[1]).isCloseTo(1, within(1e-9));
    assertThat(found[2]).isCloseTo(0.5, within(1e-9));
    assertThat(found[3]).isEqualTo(0.02);
  }

  @Test
  void factors_aPageFaintThroughout_isNotFaint() {
    assertThat(factors(new double[] {3, 10}, new double[] {2.5, 10})).containsExactly(1, 1);
  }

  @Test
  void factors_aFewBoldLetters_doNotMakeTheRestFaint() {
    assertThat(factors(new double[] {200, 5}, new double[] {30, 90})[1]).isEqualTo(1);
  }

  @Test
  void factors_nothingOrNoContrast_areHarmless() {
    assertThat(factors()).isEmpty();
    assertThat(factors(new double[] {0, 1})[0]).isPositive();
  }
}
