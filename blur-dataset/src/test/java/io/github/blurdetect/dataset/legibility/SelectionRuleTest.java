package io.github.blurdetect.dataset.legibility;

import static io.github.blurdetect.dataset.simulate.TextLine.Role.CONTENT;
import static io.github.blurdetect.dataset.simulate.TextLine.Role.FIELD_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.legibility.SelectionRule.Block;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.TextLine.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionRuleTest {

  @ParameterizedTest(name = "{0}: {1} of {2} blocks, {3} of {4} names")
  @CsvSource({
    "CLEAR,    0, 10, 0, 0",
    "CLEAR,    1, 10, 0, 0",
    "MARGINAL, 2, 10, 0, 0",
    "MARGINAL, 5, 10, 0, 0",
    "BLURRED,  6, 10, 0, 0",
    "BLURRED,  1,  1, 0, 0",
    // Clear names are left out: 5 of 8 is more than half, 5 of 8 + 8 would not be.
    "BLURRED,  5,  8, 0, 8",
    // Up to half of the names blurred: still left out.
    "CLEAR,    1,  8, 4, 8",
    // Most names blurred: counted, 1 + 5 of 16 is marginal, 4 + 5 of 16 is blurred.
    "MARGINAL, 1,  8, 5, 8",
    "BLURRED,  4,  8, 5, 8",
    "MARGINAL, 0,  0, 0, 0"
  })
  void label_cases(Label expected, int blurred, int blocks, int blurredNames, int names) {
    List<Block> all = new ArrayList<>();
    add(all, CONTENT, blurred, blocks);
    add(all, FIELD_NAME, blurredNames, names);

    assertThat(SelectionRule.label(all)).isEqualTo(expected);
  }

  private static void add(List<Block> all, Role role, int blurred, int count) {
    for (int i = 0; i < count; i++) {
      all.add(new Block(role, i < blurred));
    }
  }
}
