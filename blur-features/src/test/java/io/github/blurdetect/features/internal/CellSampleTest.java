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
        cells.add(new TextCell(left, top, left + 150, top + 25, xHeight, false, 90));
      }
    }
    return cells;
  }

  @Test
  void of_muchSmallPrint_takesEachPartsShareInOrder() {
    List<TextCell> cells = cells(14);
    List<TextCell> chosen = CellSample.of(cells, LARGE);
    assertThat(chosen).hasSize(256).doesNotHaveDuplicates().isSubsetOf(cells);
    assertThat(chosen).isSortedAccordingTo((a, b) -> cells.indexOf(a) - cells.indexOf(b));
    for (int share = 1; share < 5; share++) {
      int right = WIDTH * share / 5;
      int bottom = HEIGHT * share / 5;
      assertThat(chosen.stream().filter(c -> c.left() < right).count())
          .isBetween(51L * share - 5, 51L * share + 6);
      assertThat(chosen.stream().filter(c -> c.top() < bottom).count())
          .isBetween(51L * share - 5, 51L * share + 6);
    }
  }

  @Test
  void of_fewOrLargerPrint_takesAll() {
    assertThat(CellSample.of(cells(18), LARGE)).as("measured on halves").hasSize(1000);
    assertThat(CellSample.of(cells(14).subList(0, 256), LARGE)).hasSize(256);
    Pyramid small = new Pyramid(new LumaPlane(new byte[WIDTH * 1499], WIDTH, 1499, WIDTH));
    assertThat(CellSample.of(cells(14), small)).as("under 6 megapixels").hasSize(1000);
  }

  @Test
  void of_bothSizes_takesTheSameShareOfEach() {
    List<TextCell> both = new ArrayList<>(cells(14));
    both.addAll(cells(30).subList(0, 400));
    List<TextCell> chosen = CellSample.of(both, LARGE);
    assertThat(chosen).hasSize(358);
    assertThat(chosen.stream().filter(c -> c.xHeight() == 30).count()).isBetween(85L, 120L);
  }

  @Test
  void place_neighboursOnTheCurve_areNeighboursInTheGrid() {
    int side = 1 << 10;
    int[] columns = new int[side * side];
    int[] rows = new int[side * side];
    for (int i = 0; i < side * side; i++) {
      int place = CellSample.place(i % side, i / side);
      columns[place] += i % side;
      rows[place] += i / side;
    }
    for (int i = 1; i < side * side; i++) {
      int steps = Math.abs(columns[i] - columns[i - 1]) + Math.abs(rows[i] - rows[i - 1]);
      if (steps != 1) {
        throw new AssertionError(steps + " steps from place " + (i - 1) + " to the next");
      }
    }
  }
}
