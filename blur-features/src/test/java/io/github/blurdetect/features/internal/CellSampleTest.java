package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellSampleTest {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 1600;
  private static final Pyramid LARGE =
      new Pyramid(new LumaPlane(new byte[WIDTH * HEIGHT], WIDTH, HEIGHT, WIDTH));

  /** Cells of an x-height in 40 lines of 25. */
  private static List<TextCell> cells(double xHeight) {
    List<TextCell> cells = new ArrayList<>();
    for (int line = 0; line < 40; line++) {
      for (int k = 0; k < 25; k++) {
        int left = 160 * k;
        int top = 40 * line;
        cells.add(new TextCell(line, left, top, left + 150, top + 25, xHeight, false, 90));
      }
    }
    return cells;
  }

  @Test
  void of_muchPrint_takesEachPartsShareInOrder() {
    List<TextCell> cells = cells(20);
    List<TextCell> chosen = CellSample.of(cells, LARGE);
    assertThat(chosen).hasSizeBetween(140, 146).doesNotHaveDuplicates().isSubsetOf(cells);
    assertThat(chosen).isSortedAccordingTo((a, b) -> cells.indexOf(a) - cells.indexOf(b));
    for (int share = 1; share < 5; share++) {
      int right = WIDTH * share / 5;
      int bottom = HEIGHT * share / 5;
      assertThat(chosen.stream().filter(c -> c.left() < right).count())
          .isBetween(28L * share - 4, 29L * share + 4);
      assertThat(chosen.stream().filter(c -> c.top() < bottom).count())
          .isBetween(28L * share - 4, 29L * share + 4);
    }
  }

  @Test
  void of_linesOfOneCell_takesAShareOfThem() {
    List<TextCell> cells = new ArrayList<>();
    for (int line = 0; line < 1000; line++) {
      cells.add(new TextCell(line, 0, line, 100, line + 25, 20, false, 90));
    }
    assertThat(CellSample.of(cells, LARGE)).hasSizeBetween(138, 148);
  }

  @Test
  void of_aCellMoreOrLess_changesTheChoiceInItsLineAlone() {
    List<TextCell> cells = cells(20);
    List<TextCell> lacking = new ArrayList<>(cells);
    TextCell lost = lacking.remove(7 * 25 + 3);
    assertThat(withoutLine(lost.line(), CellSample.of(lacking, LARGE)))
        .isEqualTo(withoutLine(lost.line(), CellSample.of(cells, LARGE)));
  }

  private static List<TextCell> withoutLine(int line, List<TextCell> cells) {
    return cells.stream().filter(c -> c.line() != line).toList();
  }

  @Test
  void of_fewOrSmallPhoto_takesAll() {
    assertThat(CellSample.of(cells(20).subList(0, 255), LARGE)).hasSize(255);
    assertThat(CellSample.of(cells(20).subList(0, 256), LARGE)).hasSizeBetween(126, 130);
    Pyramid small = new Pyramid(new LumaPlane(new byte[WIDTH * 1499], WIDTH, 1499, WIDTH));
    assertThat(CellSample.of(cells(14), small)).as("under 6 megapixels").hasSize(1000);
  }

  @Test
  void of_bothSizes_takesTheSameShareOfEach() {
    List<TextCell> both = new ArrayList<>(cells(14));
    for (TextCell c : cells(30).subList(0, 400)) {
      both.add(
          new TextCell(40 + c.line(), c.left(), c.top(), c.right(), c.bottom(), 30, false, 90));
    }
    List<TextCell> chosen = CellSample.of(both, LARGE);
    assertThat(chosen).hasSizeBetween(137, 143);
    assertThat(chosen.stream().filter(c -> c.xHeight() == 30).count()).isBetween(38L, 42L);
  }
}
