package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * How bright the sides of the valley are that each pixel lies in, row after row: the darker of the
 * brightest pixels near it to the left and to the right, or above and below if these are brighter.
 * The brightest of 16 pixels is found by doubling: of two, of two such pairs, and so on.
 */
final class Valleys {
  /** How far the sides of a valley may lie. */
  static final int REACH = 2 * Lanes.PIXELS;

  private static final int DOUBLINGS = 4;
  private static final int MARGIN = REACH / Lanes.PIXELS;

  /** Rows kept: the sides above and below a row end REACH + 1 apart. */
  private static final int KEPT = 2 * REACH;

  private final LumaPlane in;

  /** A row between margins of nothing, and the brightest from each pixel on. */
  private final long[] brightest;

  private final long[] next;
  private final long[] moved;

  /** By doubling and row: the brightest of 1, 2, 4, 8 and 16 rows that end there. */
  private final long[][][] rows;

  private final long[] side;
  private final long[] otherSide;
  private int row;

  /** Begins above the first row. */
  Valleys(LumaPlane in) {
    int length = PackedRows.longs(in.width());
    this.in = in;
    brightest = new long[MARGIN + length + MARGIN + 1];
    next = new long[brightest.length];
    moved = new long[brightest.length];
    rows = new long[DOUBLINGS + 1][KEPT][length];
    side = new long[length];
    otherSide = new long[length];
    for (int y = 0; y < REACH; y++) {
      enter(y);
    }
  }

  /** Returns the next row's levels, the same array each time; 0 where there is no valley. */
  long[] next() {
    enter(row + REACH);
    across();
    PackedRows.min(of(DOUBLINGS, row - 1), of(DOUBLINGS, row + REACH), otherSide);
    PackedRows.max(side, otherSide, side);
    row++;
    return side;
  }

  /** Returns the row's pixels. */
  long[] pixels() {
    return of(0, row - 1);
  }

  private long[] of(int doubling, int y) {
    return rows[doubling][y & KEPT - 1];
  }

  private void enter(int y) {
    int width = y < in.height() ? in.width() : 0;
    PackedRows.pack(in.data(), y * in.stride(), width, of(0, y), 0);
    for (int k = 0; k < DOUBLINGS; k++) {
      PackedRows.max(of(k, y), of(k, y - (1 << k)), of(k + 1, y));
    }
  }

  /** Finds the darker of a row's brightest pixels to the left and the right. */
  private void across() {
    PackedRows.pack(in.data(), row * in.stride(), in.width(), brightest, MARGIN);
    for (int pixels = 1; pixels < Lanes.PIXELS; pixels *= 2) {
      move(pixels);
      PackedRows.max(brightest, moved, brightest);
    }
    System.arraycopy(brightest, 1, next, 0, next.length - 1);
    PackedRows.max(brightest, next, brightest);
    System.arraycopy(brightest, 0, otherSide, 0, side.length);
    move(1);
    System.arraycopy(moved, MARGIN, side, 0, side.length);
    PackedRows.min(side, otherSide, side);
  }

  private void move(int pixels) {
    System.arraycopy(brightest, 1, next, 0, next.length - 1);
    PackedRows.move(brightest, next, pixels, moved);
  }
}
