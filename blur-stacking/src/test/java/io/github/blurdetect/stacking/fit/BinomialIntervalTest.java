package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialIntervalTest {

  // Ends solved for with 60-digit sums of the binomial terms (Python 3.11 decimal).
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.95, 0.000000000000, 0.308497107819",
    "5, 10, 0.95, 0.187086028447, 0.812913971553",
    "1, 100, 0.95, 0.000253146033, 0.054459385392",
    "7, 300, 0.99, 0.006836441782, 0.056152960341",
    "450, 500, 0.95, 0.870290914338, 0.924864184934",
    "2000, 2000, 0.95, 0.998157260207, 1.000000000000",
    "37, 1500, 0.9, 0.018448388907, 0.032323619617",
  })
  void of_matchesHighPrecisionSums(int k, int n, double confidence, double low, double high) {
    BinomialInterval interval = BinomialInterval.of(k, n, confidence);
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void of_noSuccess_hasTheClosedForm() {
    assertThat(BinomialInterval.of(0, 59, 0.9).high())
        .isCloseTo(1 - Math.pow(0.05, 1.0 / 59), within(1e-12));
    assertThat(BinomialInterval.of(59, 59, 0.9).low())
        .isCloseTo(Math.pow(0.05, 1.0 / 59), within(1e-12));
  }

  @Test
  void of_badNumbers_isRefused() {
    assertThatThrownBy(() -> BinomialInterval.of(3, 2, 0.95)).hasMessageContaining("3 successes");
    assertThatThrownBy(() -> BinomialInterval.of(0, 0, 0.95)).hasMessageContaining("0 trials");
    assertThatThrownBy(() -> BinomialInterval.of(0, 1, 1)).hasMessageContaining("confidence");
  }
}
