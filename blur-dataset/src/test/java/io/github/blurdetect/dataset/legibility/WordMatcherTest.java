package io.github.blurdetect.dataset.legibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.simulate.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordMatcherTest {

  @Test
  void words_mixedText_areRunsOfTwoAndChineseCharacters() {
    assertThat(WordMatcher.words("No.53, jalan X-1 合计 ￥5.00!"))
        .containsExactly("NO", "53", "JALAN", "合", "计", "00");
  }

  @Test
  void onPage_repeatedWord_countsAsOftenAsItIsTrue() {
    List<OcrWord> read = List.of(word("TOTAL", 0, 0), word("total", 0, 0), word("Total", 0, 0));

    assertThat(WordMatcher.onPage(List.of("Total 1", "TOTAL"), read)).isEqualTo(2);
  }

  @Test
  void onPage_anyOrder_counts() {
    List<OcrWord> read = List.of(word("CASH", 0, 0), word("12.50", 9, 9));

    assertThat(WordMatcher.onPage(List.of("12 50", "cash sale"), read)).isEqualTo(3);
  }

  @Test
  void inLines_sameWordOnTwoLines_belongsToItsPlace() {
    List<Box> boxes = List.of(new Box(0, 0, 100, 20), new Box(0, 30, 100, 50));
    List<OcrWord> read = List.of(word("SALE", 40, 41), word("ELSEWHERE", 40, 200));

    assertThat(WordMatcher.inLines(boxes, List.of("sale", "sale"), read)).containsExactly(0, 1);
  }

  @Test
  void inLines_betweenTwoLines_goesToTheNearer() {
    List<Box> boxes = List.of(new Box(0, 0, 100, 20), new Box(0, 20, 100, 40));

    assertThat(WordMatcher.inLines(boxes, List.of("sale", "sale"), List.of(word("SALE", 50, 22))))
        .containsExactly(0, 1);
  }

  private static OcrWord word(String text, int x, int y) {
    return new OcrWord(new Box(x - 5 < 0 ? 0 : x - 5, y, x + 5, y), text, 90, 1);
  }
}
