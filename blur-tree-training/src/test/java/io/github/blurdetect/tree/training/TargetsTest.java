package io.github.blurdetect.tree.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void of_sharesKnown_ranksWithTiesShared() {
    boolean[] blurred = {false, true, true, false};
    List<OptionalDouble> lost =
        List.of(share(0.05), share(1), share(1), share(0)); // Ranks 2, 3.5, 3.5, 1.

    assertThat(Targets.of(blurred, lost))
        .containsExactly(new double[] {0.375, 0.75, 0.75, 0.125}, within(1e-12));
  }

  @Test
  void of_labelOnly_meanOfItsClass() {
    boolean[] blurred = {false, true, true, false, true, false};
    List<OptionalDouble> lost =
        List.of(share(0.05), share(1), share(0.8), share(0), UNKNOWN, UNKNOWN);

    double[] targets = Targets.of(blurred, lost);

    assertThat(targets[4]).isEqualTo((targets[1] + targets[2]) / 2, within(1e-12));
    assertThat(targets[5]).isEqualTo((targets[0] + targets[3]) / 2, within(1e-12));
  }

  @Test
  void of_nothingKnownOfOneClass_labels() {
    assertThat(Targets.of(new boolean[] {false, true}, List.of(UNKNOWN, UNKNOWN)))
        .containsExactly(0, 1);
    assertThat(Targets.of(new boolean[] {false, true, true}, List.of(UNKNOWN, share(1), UNKNOWN)))
        .containsExactly(0, 1, 1);
  }

  @Test
  void of_lengthsDiffer_refused() {
    assertThatThrownBy(() -> Targets.of(new boolean[2], List.of(UNKNOWN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 1 shares, expected 2");
  }

  private static OptionalDouble share(double value) {
    return OptionalDouble.of(value);
  }
}
