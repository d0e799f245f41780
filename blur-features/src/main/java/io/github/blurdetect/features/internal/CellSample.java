package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the cells to measure: of the many that a page of print makes on a large photo every
 * second, third and so on of each line, so many that their percentiles and means are known well
 * enough; else all.
 *
 * <p>So a part that is blurred has its share of them, wherever it lies; and a cell that is found or
 * not by a hair, as in a photo stored in another way, changes the choice in its line alone.
 */
final class CellSample {
  /** Of so many measured on a large photo, a share of the page is known to 4 % or better. */
  private static final int ENOUGH = 128;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private CellSample() {}

  /**
   * Chooses.
   *
   * @param cells line by line
   * @return some or all of them, in their order
   */
  static List<TextCell> of(List<TextCell> cells, Pyramid pyramid) {
    int every = cells.size() / ENOUGH;
    if (every < 2 || !pyramid.isLarge(0)) {
      return cells;
    }
    List<TextCell> chosen = new ArrayList<>(2 * ENOUGH);
    int line = -1;
    int before = 0;
    for (TextCell cell : cells) {
      if (cell.line() != line) {
        line = cell.line();
        before = (int) (every * (line * GOLDEN % 1)); // Neighbouring lines begin at others.
      }
      if (before-- == 0) {
        chosen.add(cell);
        before = every - 1;
      }
    }
    return chosen;
  }
}
