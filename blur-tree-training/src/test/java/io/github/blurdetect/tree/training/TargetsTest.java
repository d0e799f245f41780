package io.github.blurdetect.tree.training;

import static io.github.blurdetect.dataset.folder.LabelledPhoto.Label.BLURRED;
import static io.github.blurdetect.dataset.folder.LabelledPhoto.Label.CLEAR;
import static io.github.blurdetect.dataset.folder.LabelledPhoto.Label.MARGINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.dataset.folder.LabelledPhoto.Label;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @Test
  void of_sharesKnown_ranksWithTiesShared() {
    List<Label> labels = List.of(CLEAR, BLURRED, BLURRED, CLEAR);
    List<OptionalDouble> lost =
        List.of(share(0.05), share(1), share(1), share(0)); // Ranks 2, 3.5, 3.5, 1.

    assertThat(Targets.of(labels, lost))
        .containsExactly(new double[] {0.375, 0.75, 0.75, 0.125}, within(1e-12));
  }

  @Test
  void of_labelOnly_meanOfItsClass() {
    List<Label> labels = List.of(CLEAR, BLURRED, BLURRED, CLEAR, BLURRED, CLEAR);
    List<OptionalDouble> lost =
        List.of(share(0.05), share(1), share(0.8), share(0), UNKNOWN, UNKNOWN);

    double[] targets = Targets.of(labels, lost);

    assertThat(targets[4]).isEqualTo((targets[1] + targets[2]) / 2, within(1e-12));
    assertThat(targets[5]).isEqualTo((targets[0] + targets[3]) / 2, within(1e-12));
  }

  @Test
  void of_nothingKnownOfOneClass_labels() {
    assertThat(Targets.of(List.of(CLEAR, BLURRED), List.of(UNKNOWN, UNKNOWN)))
        .containsExactly(0, 1);
    assertThat(Targets.of(List.of(CLEAR, BLURRED, BLURRED), List.of(UNKNOWN, share(1), UNKNOWN)))
        .containsExactly(0, 1, 1);
  }

  @Test
  void of_marginal_takesItsPlaceInTheOrderAndLeavesTheClassesAlone() {
    List<Label> labels = List.of(CLEAR, BLURRED, CLEAR, MARGINAL);
    List<OptionalDouble> lost = List.of(share(0), share(1), UNKNOWN, share(0.3));

    assertThat(Targets.of(labels, lost))
        .containsExactly(new double[] {1 / 6.0, 5 / 6.0, 1 / 6.0, 3 / 6.0}, within(1e-12));
  }

  @Test
  void of_marginalWhereOneClassIsUnknown_half() {
    assertThat(Targets.of(List.of(CLEAR, BLURRED, MARGINAL), List.of(UNKNOWN, share(1), share(0))))
        .containsExactly(0, 1, 0.5);
  }

  @Test
  void of_marginalWithoutShare_refused() {
    assertThatThrownBy(() -> Targets.of(List.of(CLEAR, MARGINAL), List.of(share(0), UNKNOWN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("photo 1 is marginal");
  }

  @Test
  void of_lengthsDiffer_refused() {
    assertThatThrownBy(() -> Targets.of(List.of(CLEAR, BLURRED), List.of(UNKNOWN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 1 shares, expected 2");
  }

  private static OptionalDouble share(double value) {
    return OptionalDouble.of(value);
  }
}
