package io.github.blurdetect.image.internal;

import java.util.Arrays;

/**
 * Room for the coefficients of a stretch of blocks, and what transforms them: all zero between
 * uses. Reusing it keeps it in the cache. For one thread at a time.
 */
final class JpegStretch {
  private static final int SIDE = JpegTransform.SIDE;

  /** Blocks at most: a multiple of 1 to 4, the blocks of an MCU in a row. */
  private static final int LONGEST = 480;

  /** Coefficients of a block. */
  private static final int PLACES = SIDE * SIDE;

  private static final int[] ZIGZAG = zigzag();

  final int length;
  private final int[][][] blocks; // by row in the MCU, row by row in a block, block
  private final int[][][] ordered; // the same arrays in zigzag order, and one for what lies beyond
  private final JpegTransform transform;
  private final int[] packed; // four pixels a number

  /**
   * Makes room.
   *
   * @param rows of blocks in an MCU
   * @param most blocks in a row that there will ever be
   * @param quantisation factors of a block's coefficients in zigzag order
   */
  JpegStretch(int rows, int most, int[] quantisation) {
    length = Math.min(LONGEST, most);
    blocks = new int[rows][PLACES][length];
    ordered = new int[rows][2 * PLACES][];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(ordered[row], new int[length]);
      for (int k = 0; k < PLACES; k++) {
        ordered[row][k] = blocks[row][ZIGZAG[k]];
      }
    }
    int[] factors = new int[PLACES];
    for (int k = 0; k < PLACES; k++) {
      factors[ZIGZAG[k]] = quantisation[k];
    }
    transform = new JpegTransform(length, factors);
    packed = new int[length];
  }

  private static int[] zigzag() {
    int[] order = new int[PLACES];
    int at = 0;
    for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
      for (int k = 0; k <= diagonal; k++) {
        int row = diagonal % 2 == 0 ? diagonal - k : k;
        if (row < SIDE && diagonal - row < SIDE) {
          order[at++] = SIDE * row + diagonal - row;
        }
      }
    }
    return order;
  }

  /**
   * Returns where a row's coefficients go: by their place in the zigzag order, then by block. What
   * goes to places from 64 on, up to 127, is lost.
   */
  int[][] ordered(int row) {
    return ordered[row];
  }

  /** Makes pixels of a row's coefficients, or averages of 2 x 2 pixels. */
  void transform(int row, int count, boolean halved) {
    if (halved) {
      transform.half(blocks[row], count);
    } else {
      transform.full(blocks[row], count);
    }
  }

  /**
   * Returns four neighbouring pixels of each block of a row, the first in the lowest byte; good
   * until the next call.
   *
   * @param from place of the first pixel in its block
   */
  int[] packed(int row, int from, int count) {
    int[][] of = blocks[row];
    pack(of[from], of[from + 1], of[from + 2], of[from + 3], packed, count);
    return packed;
  }

  private static void pack(int[] a, int[] b, int[] c, int[] d, int[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = pixel(a[i]) | pixel(b[i]) << 8 | pixel(c[i]) << 16 | pixel(d[i]) << 24;
    }
  }

  private static int pixel(int value) {
    int above = value + 128;
    int positive = above & ~(above >> 31);
    return (positive | 255 - positive >> 31) & 255;
  }

  void clear(int count) {
    for (int[][] row : blocks) {
      for (int[] coefficients : row) {
        Arrays.fill(coefficients, 0, count, 0);
      }
    }
  }
}
