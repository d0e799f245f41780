package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;

/** Variances of a plane's 8 x 8 blocks. */
final class BlockVariances {
  private static final int SIDE = 8;

  /** A variance times 64 squared is at most 64^2 * 127.5^2; both its terms are under 2^28. */
  static final int BITS = 28;

  private final WideRow wide;
  private final short[] row;
  private final short[] sums;
  private final int[] squares;

  private BlockVariances(int width) {
    wide = new WideRow(width);
    row = new short[width];
    sums = new short[width];
    squares = new int[width / 2];
  }

  /**
   * Returns each block's variance times 64 squared.
   *
   * @param in the plane
   * @return row by row; whole blocks alone
   */
  static int[] of(LumaPlane in) {
    int columns = in.width() / SIDE;
    int rows = in.height() / SIDE;
    int[] variances = new int[columns * rows];
    BlockVariances blocks = new BlockVariances(columns * SIDE);
    for (int i = 0; i < rows; i++) {
      blocks.measure(in, i * SIDE);
      blocks.collect(variances, i * columns);
    }
    return variances;
  }

  private void measure(LumaPlane in, int top) {
    Arrays.fill(sums, (short) 0);
    Arrays.fill(squares, 0);
    for (int y = top; y < top + SIDE; y++) {
      wide.take(in.data(), y * in.stride(), row.length);
      copy(wide.pixels(), row);
      add(row, sums);
      WideRow.addSquares(row, squares, squares.length);
    }
  }

  private static void copy(char[] pixels, short[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (short) pixels[i];
    }
  }

  private static void add(short[] more, short[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  private void collect(int[] variances, int from) {
    for (int x = 0; x < row.length; x += SIDE) {
      int sum = 0;
      for (int i = x; i < x + SIDE; i++) {
        sum += sums[i];
      }
      int square = 0;
      for (int i = x / 2; i < (x + SIDE) / 2; i++) {
        square += squares[i];
      }
      variances[from + x / SIDE] = SIDE * SIDE * square - sum * sum;
    }
  }
}
