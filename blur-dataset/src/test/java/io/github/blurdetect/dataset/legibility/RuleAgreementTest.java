package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.dataset.legibility.RuleAgreement.Block;
import io.github.blurdetect.dataset.legibility.RuleAgreement.Blocks;
import io.github.blurdetect.dataset.simulate.BlurKind;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.Coverage;
import io.github.blurdetect.dataset.simulate.PhotoRecord;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.Scene;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RuleAgreementTest {

  @Test
  void fit_blocksOfAKnownRule_findsIt() {
    BlockRule truth = new BlockRule(0.25, 0.8, 1.5);
    SplittableRandom random = new SplittableRandom(1);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      double height = random.nextDouble(6, 30);
      double radius = height * random.nextDouble(0, 0.5);
      double sigma = random.nextDouble(0, 14);
      double contrast = random.nextDouble(60, 240);
      boolean blurred = truth.blurred(radius, height, sigma, contrast);
      blocks.add(new Block(radius, height, sigma, contrast, blurred));
    }

    BlockRule fitted = RuleAgreement.fit(blocks);

    assertThat(fitted.limit()).isCloseTo(0.25, within(0.01));
    assertThat(fitted.pixel()).isCloseTo(0.8, within(0.11));
    assertThat(fitted.noise()).isCloseTo(1.5, within(0.11));
    assertThat(RuleAgreement.compare(fitted, blocks).share()).isGreaterThan(0.995);
  }

  @Test
  void fit_onlyClearBlocks_isRefused() {
    assertThatThrownBy(() -> RuleAgreement.fit(List.of(new Block(0, 10, 0, 200, false))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 of 1");
  }

  @Test
  void compare_eachCase_isCounted() {
    BlockRule rule = new BlockRule(0.3, 0, 0);
    List<Block> blocks =
        List.of(
            new Block(1, 10, 0, 200, false),
            new Block(5, 10, 0, 200, false),
            new Block(1, 10, 0, 200, true),
            new Block(5, 10, 0, 200, true),
            new Block(6, 10, 0, 200, true));

    assertThat(RuleAgreement.compare(rule, blocks)).isEqualTo(new Blocks(1, 1, 1, 2));
    assertThat(RuleAgreement.compare(rule, blocks).share()).isEqualTo(0.6);
  }

  @Test
  void blocks_ofPhotos_areThoseOfTheScriptWithEnoughWords() {
    PhotoRecord photo =
        photo(
            Label.BLURRED,
            line("ten words of which none was read", 7, 0, 9.0),
            line("one", 1, 0, 9.0),
            line("合计金额", 4, 3, 9.0),
            line("nobody read this", 3, null, 9.0));

    assertThat(RuleAgreement.blocks(List.of(photo), false))
        .containsExactly(new Block(9, 10, 4, 200, true));
    assertThat(RuleAgreement.blocks(List.of(photo), true))
        .containsExactly(new Block(9, 10, 4, 200, false));
  }

  @Test
  void photos_labels_areCountedByOcrThenByRule() {
    PhotoRecord sharp = photo(Label.CLEAR, line("one line", 2, 2, 0.1), line("more", 1, 1, 0.1));
    PhotoRecord soft = photo(Label.MARGINAL, line("one line", 2, 1, 9.0), line("more", 1, 0, 9.0));

    Map<Label, Map<Label, Integer>> table = RuleAgreement.photos(List.of(sharp, sharp, soft));

    assertThat(table.get(Label.CLEAR)).isEqualTo(Map.of(Label.CLEAR, 2));
    assertThat(table.get(Label.MARGINAL)).isEqualTo(Map.of(Label.BLURRED, 1));
  }

  private static PhotoRecord.Line line(
      String text, int words, @org.jspecify.annotations.Nullable Integer read, double radius) {
    return new PhotoRecord.Line(
        new Box(0, 0, 9, 9), text, TextLine.Role.CONTENT, 10, radius, 200.0, words, read);
  }

  private static PhotoRecord photo(Label label, PhotoRecord.Line... lines) {
    return new PhotoRecord(
        "x/a_1.jpg",
        "a",
        1,
        9,
        9,
        10,
        1,
        4,
        90,
        Scene.FLAT,
        new PhotoRecord.Blur(BlurKind.GAUSSIAN, "", 9, 0.9, Coverage.WHOLE),
        List.of(lines),
        0.5,
        label,
        PhotoRecord.LabelBy.OCR);
  }
}
