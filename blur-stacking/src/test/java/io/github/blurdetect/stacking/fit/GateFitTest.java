package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.stacking.Calibration;
import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Member;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateFitTest {
  private static final Member CHEAP =
      new Member("cheap", Optional.empty(), Calibration.Platt.IDENTITY);

  @ParameterizedTest
  @CsvSource({"0,0", "0.01,0", "0.05,0", "0.2,0", "0,0.1", "0.05,0.1", "0.05,0.25"})
  void fit_stopsAsManyAsAnyPairOfGatesThatKeepsTheRate(double allowed, double open) {
    SplittableRandom random = new SplittableRandom(11);
    int n = 80;
    double[] scores = new double[n];
    double[] byAll = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = Math.round(random.nextDouble() * 100) / 100.0;
      byAll[i] = Math.min(1, Math.max(0, scores[i] + 0.5 * random.nextDouble() - 0.25));
    }
    Cascade found = new GateFit(allowed, open).fit(CHEAP, scores, byAll, 0.5).orElseThrow();
    double best = 0;
    for (int low = -1; low <= 49; low++) {
      for (int high = 51; high <= 101; high++) {
        int early = 0;
        int changed = 0;
        for (int i = 0; i < n; i++) {
          boolean clear = scores[i] <= low / 100.0;
          boolean blurred = scores[i] >= high / 100.0;
          early += clear || blurred ? 1 : 0;
          boolean other = clear && byAll[i] > 0.5 - open || blurred && byAll[i] <= 0.5 + open;
          changed += other ? 1 : 0;
        }
        best = changed <= allowed * n ? Math.max(best, early) : best;
      }
    }
    assertThat(found.earlyShare()).isEqualTo(best / n);
    assertThat(found.verdictChangeRate()).isLessThanOrEqualTo(allowed);
  }

  @Test
  void fit_memberThatKnowsNothing_hasNoGates() {
    double[] scores = {0.1, 0.1, 0.9, 0.9};
    double[] byAll = {0.9, 0.1, 0.9, 0.1};
    assertThat(GateFit.defaults().fit(CHEAP, scores, byAll, 0.5)).isEmpty();
  }

  @Test
  void fit_allOfOneVerdict_keepsEachGateOnItsSide() {
    double[] scores = {0.1, 0.4, 0.6, 0.9};
    double[] byAll = {0.1, 0.1, 0.1, 0.1};
    Cascade found = GateFit.defaults().fit(CHEAP, scores, byAll, 0.5).orElseThrow();
    assertThat(CHEAP.probability(found.low())).isLessThan(0.5);
    assertThat(found.certain(0.1)).isTrue();
    assertThat(found.certain(0.4)).isTrue();
    assertThat(found.certain(0.6)).isFalse();
    assertThat(found.certain(0.9)).isFalse();
  }

  @Test
  void fit_verdictLeftOpen_isNotPassedOver() {
    double[] scores = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9};
    double[] byAll = {0.1, 0.1, 0.3, 0.1, 0.9, 0.7, 0.9, 0.9};
    Cascade found = new GateFit(0, 0.25).fit(CHEAP, scores, byAll, 0.5).orElseThrow();
    assertThat(found.low()).isEqualTo(0.2);
    assertThat(found.high()).isEqualTo(0.8);
    assertThat(found.verdictChangeRate()).isZero();
    Cascade verdictsOnly = new GateFit(0, 0).fit(CHEAP, scores, byAll, 0.5).orElseThrow();
    assertThat(verdictsOnly.low()).isEqualTo(0.4);
    assertThat(verdictsOnly.high()).isEqualTo(0.6);
  }

  @Test
  void new_outOfRange_isRefused() {
    assertThatThrownBy(() -> new GateFit(1, 0)).hasMessageContaining("0 to under 1");
    assertThatThrownBy(() -> new GateFit(0, 0.5)).hasMessageContaining("0 to under 0.5");
    assertThatThrownBy(() -> new GateFit(0, Double.NaN)).hasMessageContaining("NaN");
  }
}
