package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * Sums a plane's square blocks along nearly upright lines of several slants. A row of blocks is
 * summed at once: slanted lines cross a few rows at the same place, then the next few moved by one
 * pixel, and a few rows' sums are the difference of two running sums down the columns.
 *
 * <p>A running sum is at most 96 * 255 and fits 16 bits. Blocks stand apart, so that their sums may
 * move to the sides. Loops walk several arrays by one index: C2 vectorises these.
 */
final class Projections {
  /** The steepest slant tried, to both sides: 3 pixels in so many. */
  private static final int STEEPEST = 3;

  private static final int PER_SLANT = 9;

  /** The largest block's side. */
  static final int LARGEST = 96;

  private final int width;
  private final int block;
  private final int columns;
  private final int margin;
  private final int pitch;
  private final WideRow wide;
  private final char[] row;
  private final short[][] running;
  private final short[] few;
  private final short[] moved;
  private final short[] sums;
  private final short[] mirrored;

  private Projections(int width, int block) {
    this.width = width;
    this.block = block;
    columns = width / block;
    margin = shift(STEEPEST, block) + 1;
    pitch = block + 2 * margin;
    wide = new WideRow(width);
    sums = new short[columns * pitch];
    mirrored = new short[sums.length];
    moved = new short[sums.length];
    row = new char[sums.length + 2 * margin];
    running = new short[block + 1][row.length];
    few = new short[row.length];
  }

  /**
   * Returns how clearly each block falls into upright lines.
   *
   * @param plane rows without gaps
   * @param block side of a block, at most {@link #LARGEST}
   * @return each whole block's sum of squares of its slanted lines' sums, at the slant where that
   *     is largest; row by row
   */
  static long[] clearest(byte[] plane, int width, int height, int block) {
    Projections projections = new Projections(width, block);
    int columns = projections.columns;
    long[] clearest = new long[columns * (height / block)];
    for (int i = 0; i < height / block; i++) {
      projections.sumRows(plane, i * block * width);
      for (int slant = 0; slant <= STEEPEST; slant++) {
        projections.project(slant);
        projections.raise(projections.sums, clearest, i * columns);
        projections.raise(projections.mirrored, clearest, i * columns);
      }
    }
    return clearest;
  }

  private void sumRows(byte[] plane, int from) {
    for (int y = 0; y < block; y++) {
      wide.take(plane, from + y * width, width);
      for (int b = 0; b < columns; b++) {
        System.arraycopy(wide.pixels(), b * block, row, b * pitch + 2 * margin, block);
      }
      add(running[y], row, running[y + 1]);
    }
  }

  private static void add(short[] sums, char[] row, short[] out) {
    for (int i = 0; i < row.length; i++) {
      out[i] = (short) (sums[i] + row[i]);
    }
  }

  /** Sums along a slant to the right and to the left: a row moves as far to either side. */
  private void project(int slant) {
    Arrays.fill(sums, (short) 0);
    Arrays.fill(mirrored, (short) 0);
    int from = 0;
    while (from < block) {
      int shift = shift(slant, from);
      int to = from + 1;
      while (to < block && shift(slant, to) == shift) {
        to++;
      }
      subtract(running[to], running[from], few);
      addMoved(shift, sums);
      addMoved(-shift, mirrored);
      from = to;
    }
  }

  private void addMoved(int shift, short[] sums) {
    System.arraycopy(few, margin - shift, moved, 0, moved.length);
    add(moved, sums);
  }

  /** Tells how far a row's pixels move. */
  private int shift(int slant, int row) {
    return slant * (row - block / 2) / PER_SLANT;
  }

  private static void subtract(short[] a, short[] b, short[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (short) (a[i] - b[i]);
    }
  }

  private static void add(short[] more, short[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  private void raise(short[] sums, long[] clearest, int from) {
    for (int b = 0; b < columns; b++) {
      long squares = 0;
      for (int i = b * pitch; i < (b + 1) * pitch; i++) {
        squares += sums[i] * sums[i];
      }
      clearest[from + b] = Math.max(clearest[from + b], squares);
    }
  }
}
