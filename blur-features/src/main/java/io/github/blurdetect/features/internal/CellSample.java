package io.github.blurdetect.features.internal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the cells to measure: of the many that small print makes on a large photo so many that
 * its percentiles and means are known well enough; else all. Cells are taken evenly along Hilbert's
 * curve (1891, doi:10.1007/BF01199431) through the photo, neighbours on which are neighbours on the
 * photo: so a part that is blurred has its share of them, wherever it lies. The choice depends on
 * places and sizes alone, never on how the photo is stored.
 */
final class CellSample {
  /** Of so many measured on a large plane, a share of the page is known to 3 % or better. */
  private static final int ENOUGH = 256;

  /** Columns and rows of the grid that the curve runs through, a power of two. */
  private static final int GRID = 1 << 10;

  private CellSample() {}

  static List<TextCell> of(List<TextCell> cells, Pyramid pyramid) {
    long costly =
        cells.stream()
            .filter(cell -> pyramid.isLarge(CellMeasurer.levelFor(cell.xHeight())))
            .count();
    if (costly <= ENOUGH) {
      return cells;
    }
    int wanted = (int) (ENOUGH * (long) cells.size() / costly);
    int side = 2 * Math.max(pyramid.width(), pyramid.height());
    long[] alongCurve =
        IntStream.range(0, cells.size())
            .mapToLong(i -> (long) place(cells.get(i), side) << 32 | i)
            .sorted()
            .toArray();
    return EvenSample.of(cells.size(), wanted)
        .map(i -> (int) alongCurve[i])
        .sorted()
        .mapToObj(cells::get)
        .toList();
  }

  private static int place(TextCell cell, int side) {
    int x = (int) ((long) GRID * (cell.left() + cell.right()) / side);
    int y = (int) ((long) GRID * (cell.top() + cell.bottom()) / side);
    return place(Math.min(x, GRID - 1), Math.min(y, GRID - 1));
  }

  /** Returns how far along the curve a cell of the grid lies. */
  static int place(int column, int row) {
    int x = column;
    int y = row;
    int place = 0;
    for (int half = GRID / 2; half > 0; half /= 2) {
      boolean right = (x & half) != 0;
      boolean below = (y & half) != 0;
      place += half * half * (below ? right ? 2 : 1 : right ? 3 : 0);
      if (!below) { // The upper quarters are mirrored at a diagonal.
        int turned = right ? GRID - 1 - y : y;
        y = right ? GRID - 1 - x : x;
        x = turned;
      }
    }
    return place;
  }
}
