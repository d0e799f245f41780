package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Gradient energies of a plane's 8 x 8 blocks: of the quiet ones, that of the noise.
 *
 * <p>Rows are widened to shorts and differences taken on whole rows; C2 turns {@code v[2i] * v[2i]
 * + v[2i+1] * v[2i+1]} over shorts into one multiply-add instruction. Strips keep the rows in the
 * L1 cache however wide the plane is.
 */
final class QuietBlocks {
  private static final int SIDE = 8;
  private static final int STRIP = 1024; // pixels, whole blocks

  // A block's energy is at most 128 * 255^2, under 2^23.
  private static final int FINE_BITS = 9;
  private static final int COARSE = 1 << 23 - FINE_BITS;

  private short[] here = new short[STRIP + 1];
  private short[] below = new short[STRIP + 1];
  private final short[] right = new short[STRIP];
  private final short[] difference = new short[STRIP];
  private final int[] pairs = new int[STRIP / 2];

  private QuietBlocks() {}

  /**
   * Returns each block's sum of squared differences to the right and the lower neighbour.
   *
   * @param in the plane
   * @return row by row; blocks whose neighbours are all inside the plane
   */
  static int[] energies(LumaPlane in) {
    int columns = (in.width() - 1) / SIDE;
    int rows = (in.height() - 1) / SIDE;
    int[] energies = new int[columns * rows];
    QuietBlocks blocks = new QuietBlocks();
    for (int row = 0; row < rows; row++) {
      for (int x = 0; x < columns * SIDE; x += STRIP) {
        int width = Math.min(STRIP, columns * SIDE - x);
        blocks.measure(in, x, row * SIDE, width);
        blocks.collect(energies, row * columns + x / SIDE, width / SIDE);
      }
    }
    return energies;
  }

  private void measure(LumaPlane in, int x, int y, int width) {
    java.util.Arrays.fill(pairs, 0);
    int at = y * in.stride() + x;
    widen(in.data(), at, here, width + 1);
    for (int k = 0; k < SIDE; k++) {
      at += in.stride();
      widen(in.data(), at, below, width + 1);
      System.arraycopy(here, 1, right, 0, width);
      subtract(right, here, difference, width);
      addSquares(difference, pairs, width / 2);
      subtract(below, here, difference, width);
      addSquares(difference, pairs, width / 2);
      short[] free = here;
      here = below;
      below = free;
    }
  }

  private void collect(int[] energies, int from, int count) {
    for (int i = 0; i < count; i++) {
      energies[from + i] = pairs[4 * i] + pairs[4 * i + 1] + pairs[4 * i + 2] + pairs[4 * i + 3];
    }
  }

  private static void widen(byte[] data, int from, short[] row, int width) {
    for (int i = 0; i < width; i++) {
      row[i] = (short) (data[from + i] & 0xFF);
    }
  }

  private static void subtract(short[] a, short[] b, short[] out, int width) {
    for (int i = 0; i < width; i++) {
      out[i] = (short) (a[i] - b[i]);
    }
  }

  private static void addSquares(short[] v, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += v[2 * i] * v[2 * i] + v[2 * i + 1] * v[2 * i + 1];
    }
  }

  /**
   * Returns the energy of a given rank, as sorting would find it.
   *
   * @param energies of blocks
   * @param rank 0 is the least
   */
  static int ofRank(int[] energies, int rank) {
    int[] coarse = new int[COARSE];
    for (int energy : energies) {
      coarse[energy >>> FINE_BITS]++;
    }
    int left = rank;
    int bin = 0;
    while (coarse[bin] <= left) {
      left -= coarse[bin++];
    }
    int[] fine = new int[1 << FINE_BITS];
    for (int energy : energies) {
      if (energy >>> FINE_BITS == bin) {
        fine[energy & fine.length - 1]++;
      }
    }
    int place = 0;
    while (fine[place] <= left) {
      left -= fine[place++];
    }
    return bin << FINE_BITS | place;
  }
}
