package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient energies of a plane's 8 x 8 blocks: of the quiet ones, that of the noise.
 *
 * <p>Rows are widened to 16 bits and differences taken on whole rows. Strips keep the rows in the
 * L1 cache however wide the plane is.
 */
final class QuietBlocks {
  private static final int SIDE = 8;
  private static final int STRIP = 2048; // pixels, whole blocks

  /** A block's energy is at most 128 * 255^2, under 2^23. */
  static final int ENERGY_BITS = 23;

  private WideRow here = new WideRow(STRIP + 1);
  private WideRow below = new WideRow(STRIP + 1);
  private final char[] right = new char[STRIP];
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
    return energies(List.of(in));
  }

  /** Returns the same of several planes, one after the other. */
  static int[] energies(List<LumaPlane> planes) {
    int[] energies = new int[planes.stream().mapToInt(QuietBlocks::count).sum()];
    QuietBlocks blocks = new QuietBlocks();
    int from = 0;
    for (LumaPlane plane : planes) {
      blocks.measure(plane, energies, from);
      from += count(plane);
    }
    return energies;
  }

  private static int count(LumaPlane in) {
    return ((in.width() - 1) / SIDE) * ((in.height() - 1) / SIDE);
  }

  private void measure(LumaPlane in, int[] energies, int from) {
    int columns = (in.width() - 1) / SIDE;
    int rows = (in.height() - 1) / SIDE;
    for (int row = 0; row < rows; row++) {
      for (int x = 0; x < columns * SIDE; x += STRIP) {
        int width = Math.min(STRIP, columns * SIDE - x);
        measure(in, x, row * SIDE, width);
        collect(energies, from + row * columns + x / SIDE, width / SIDE);
      }
    }
  }

  private void measure(LumaPlane in, int x, int y, int width) {
    Arrays.fill(pairs, 0);
    int at = y * in.stride() + x;
    here.take(in.data(), at, width + 1);
    for (int k = 0; k < SIDE; k++) {
      at += in.stride();
      below.take(in.data(), at, width + 1);
      System.arraycopy(here.pixels(), 1, right, 0, width);
      WideRow.subtract(right, here.pixels(), difference, width);
      WideRow.addSquares(difference, pairs, width / 2);
      WideRow.subtract(below.pixels(), here.pixels(), difference, width);
      WideRow.addSquares(difference, pairs, width / 2);
      WideRow free = here;
      here = below;
      below = free;
    }
  }

  private void collect(int[] energies, int from, int count) {
    for (int i = 0; i < count; i++) {
      energies[from + i] = pairs[4 * i] + pairs[4 * i + 1] + pairs[4 * i + 2] + pairs[4 * i + 3];
    }
  }

  /**
   * Returns the number of a given rank, as sorting would find it.
   *
   * @param numbers from 0 up
   * @param rank 0 is the least
   * @param bits that the numbers take at most
   */
  static int ofRank(int[] numbers, int rank, int bits) {
    int fineBits = bits / 2;
    int[] coarse = new int[1 << bits - fineBits];
    for (int number : numbers) {
      coarse[number >>> fineBits]++;
    }
    int left = rank;
    int bin = 0;
    while (coarse[bin] <= left) {
      left -= coarse[bin++];
    }
    int[] fine = new int[1 << fineBits];
    for (int number : numbers) {
      if (number >>> fineBits == bin) {
        fine[number & fine.length - 1]++;
      }
    }
    int place = 0;
    while (fine[place] <= left) {
      left -= fine[place++];
    }
    return bin << fineBits | place;
  }
}
