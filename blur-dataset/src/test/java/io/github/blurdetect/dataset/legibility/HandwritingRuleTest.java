package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.BlurKind;
import io.github.blurdetect.dataset.simulate.BlurPlan;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.CaptureSimulator;
import io.github.blurdetect.dataset.simulate.Coverage;
import io.github.blurdetect.dataset.simulate.KernelShapes;
import io.github.blurdetect.dataset.simulate.LightPlan;
import io.github.blurdetect.dataset.simulate.PhotoPlan;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.RegionPlan;
import io.github.blurdetect.dataset.simulate.Scene;
import io.github.blurdetect.dataset.simulate.SourcePage;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandwritingRuleTest {

  /** Broad strokes, no noise: spread^2 = (r^2 + 0.85^2) / 40^2, limits 0.8 and 1.4 of 0.224. */
  @Test
  void unread_broadPen_isUndecidedBetweenTheLimits() {
    double low = Math.sqrt(Math.pow(40 * 0.8 * 0.224, 2) - 0.85 * 0.85);
    double high = Math.sqrt(Math.pow(40 * 1.4 * 0.224, 2) - 0.85 * 0.85);

    assertThat(HandwritingRule.unread(low - 0.01, 40, 6, 0, 150)).isZero();
    assertThat(HandwritingRule.unread(low + 0.01, 40, 6, 0, 150)).isNaN();
    assertThat(HandwritingRule.unread(high - 0.01, 40, 6, 0, 150)).isNaN();
    assertThat(HandwritingRule.unread(high + 0.01, 40, 6, 0, 150)).isEqualTo(1);
  }

  @Test
  void unread_thinPen_isLostAtLessBlur() {
    assertThat(HandwritingRule.unread(7, 45, 4.5, 0, 150)).isZero();
    assertThat(HandwritingRule.unread(7, 45, 2, 0, 150)).isEqualTo(1);
  }

  @Test
  void unread_largeLetters_areUndecidedWhereSmallerOnesWouldBeLost() {
    assertThat(HandwritingRule.unread(8, 100, 10, 0, 150)).isZero();
    assertThat(HandwritingRule.unread(14, 100, 10, 0, 150)).isNaN();
    assertThat(HandwritingRule.unread(40, 100, 10, 0, 150)).isEqualTo(1);
  }

  @Test
  void unread_noise_hidesThinStrokesAlone() {
    assertThat(HandwritingRule.unread(0, 60, 8, 12, 50)).isZero();
    assertThat(HandwritingRule.unread(0, 60, 0.8, 12, 50)).isEqualTo(1);
    assertThat(HandwritingRule.unread(0, 60, 8, 0, 0)).as("no contrast").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0, CLEAR", "0.1, CLEAR", "0.25, MARGINAL", "0.5, BLURRED"})
  void label_note_isMarginalWhereWordsAreUndecided(double strength, Label label) {
    byte[] pixels = new byte[200 * 200];
    Arrays.fill(pixels, (byte) 240);
    for (int row : new int[] {55, 95, 135}) {
      Arrays.fill(pixels, 200 * row, 200 * (row + 3), (byte) 40);
    }
    List<TextLine> words = List.of(word(40), word(80), word(120));
    SourcePage page = new SourcePage("n", BlurImage.grey(pixels, 200, 200), words);
    BlurPlan blur =
        new BlurPlan(
            strength == 0 ? BlurKind.NONE : BlurKind.GAUSSIAN,
            "",
            KernelShapes.gaussian(),
            0,
            strength,
            Coverage.WHOLE,
            RegionPlan.EVERYWHERE);
    PhotoPlan plan = new PhotoPlan(7, Scene.FLAT, 1, 0, 0, 0, LightPlan.EVEN, blur, 0, 0, 0, 0, 90);

    assertThat(new RuleLabeller().label(page, new CaptureSimulator().simulate(page, plan)).label())
        .isEqualTo(label);
  }

  private static TextLine word(int top) {
    return new TextLine(new Box(20, top, 180, top + 30), "word", 20, TextLine.Role.CONTENT, 3);
  }
}
