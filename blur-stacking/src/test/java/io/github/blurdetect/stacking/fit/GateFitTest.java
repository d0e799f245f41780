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
import org.junit.jupiter.params.provider.ValueSource;

class GateFitTest {
  private static final Member CHEAP =
      new Member("cheap", Optional.empty(), Calibration.Platt.IDENTITY);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.05, 0.2})
  void fit_stopsAsManyAsAnyPairOfGatesThatKeepsTheRate(double allowed) {
    SplittableRandom random = new SplittableRandom(11);
    int n = 80;
    double[] scores = new double[n];
    boolean[] verdicts = new boolean[n];
    for (int i = 0; i < n; i++) {
      scores[i] = Math.round(random.nextDouble() * 100) / 100.0;
      verdicts[i] = scores[i] + 0.5 * random.nextDouble() > 0.75;
    }
    Cascade found = new GateFit(allowed).fit(CHEAP, scores, verdicts, 0.5).orElseThrow();
    double best = 0;
    for (int low = -1; low <= 49; low++) {
      for (int high = 51; high <= 101; high++) {
        int early = 0;
        int changed = 0;
        for (int i = 0; i < n; i++) {
          boolean clear = scores[i] <= low / 100.0;
          boolean blurred = scores[i] >= high / 100.0;
          early += clear || blurred ? 1 : 0;
          changed += clear && verdicts[i] || blurred && !verdicts[i] ? 1 : 0;
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
    boolean[] verdicts = {true, false, true, false};
    assertThat(GateFit.defaults().fit(CHEAP, scores, verdicts, 0.5)).isEmpty();
  }

  @Test
  void fit_allOfOneVerdict_keepsEachGateOnItsSide() {
    double[] scores = {0.1, 0.4, 0.6, 0.9};
    boolean[] verdicts = new boolean[4];
    Cascade found = GateFit.defaults().fit(CHEAP, scores, verdicts, 0.5).orElseThrow();
    assertThat(CHEAP.probability(found.low())).isLessThan(0.5);
    assertThat(found.certain(0.1)).isTrue();
    assertThat(found.certain(0.4)).isTrue();
    assertThat(found.certain(0.6)).isFalse();
    assertThat(found.certain(0.9)).isFalse();
  }

  @Test
  void new_rateOutOfRange_isRefused() {
    assertThatThrownBy(() -> new GateFit(1)).hasMessageContaining("0 to under 1");
  }
}
