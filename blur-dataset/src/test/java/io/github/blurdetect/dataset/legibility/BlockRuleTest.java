package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BlockRuleTest {

  private static final BlockRule RULE = new BlockRule(0.3, 1, 2);

  @Test
  void spread_threeParts_addAsSquares() {
    // Radius 2 and pixel 1 over 10 pixels, noise 2 * 6 / 100.
    assertThat(RULE.spread(2, 10, 6, 100))
        .isCloseTo(Math.sqrt(0.04 + 0.01 + 0.0144), within(1e-12));
  }

  @Test
  void blurred_sameBlurOnSmallerText_isWorse() {
    assertThat(RULE.blurred(2, 10, 0, 100)).isFalse();
    assertThat(RULE.blurred(2, 6, 0, 100)).isTrue();
  }

  @Test
  void blurred_noContrast_isAlwaysTrue() {
    assertThat(RULE.blurred(0, 50, 0, 0)).isTrue();
  }

  @Test
  void defaults_chinesePrint_toleratesLessThanLatin() {
    double radius = 4;
    assertThat(BlockRule.chinese().blurred(radius, 20, 2, 200)).isTrue();
    assertThat(BlockRule.latin().blurred(0.6 * radius, 20, 2, 200)).isFalse();
  }

  @Test
  void rule_badNumbers_areRefused() {
    assertThatThrownBy(() -> new BlockRule(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlockRule(1, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
