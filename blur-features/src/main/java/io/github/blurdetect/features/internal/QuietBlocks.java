package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gradient energies of a plane's 8 x 8 blocks: of the quiet ones, that of the noise.
 *
 * <p>Rows are widened to 16 bits and differences taken on whole rows; C2 turns {@code v[2i] * v[2i]
 * + v[2i+1] * v[2i+1]} over shorts into one multiply-add instruction. Strips keep the rows in the
 * L1 cache however wide the plane is.
 */
final class QuietBlocks {
  private static final int SIDE = 8;
  private static final int STRIP = 1024; // pixels, whole blocks

  /** A block's energy is at most 128 * 255^2, under 2^23. */
  static final int ENERGY_BITS = 23;

  private final CharsetDecoder widener = StandardCharsets.ISO_8859_1.newDecoder();
  private CharBuffer here = CharBuffer.allocate(STRIP + 1);
  private CharBuffer below = CharBuffer.allocate(STRIP + 1);
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
    Arrays.fill(pairs, 0);
    ByteBuffer data = ByteBuffer.wrap(in.data());
    int at = y * in.stride() + x;
    widen(data, at, here, width + 1);
    for (int k = 0; k < SIDE; k++) {
      at += in.stride();
      widen(data, at, below, width + 1);
      System.arraycopy(here.array(), 1, right, 0, width);
      subtract(right, here.array(), difference, width);
      addSquares(difference, pairs, width / 2);
      subtract(below.array(), here.array(), difference, width);
      addSquares(difference, pairs, width / 2);
      CharBuffer free = here;
      here = below;
      below = free;
    }
  }

  private void collect(int[] energies, int from, int count) {
    for (int i = 0; i < count; i++) {
      energies[from + i] = pairs[4 * i] + pairs[4 * i + 1] + pairs[4 * i + 2] + pairs[4 * i + 3];
    }
  }

  // Latin-1 is the first 256 characters of Unicode, and the JDK decodes it with vector
  // instructions.
  private void widen(ByteBuffer data, int from, CharBuffer row, int width) {
    widener.reset().decode(data.limit(from + width).position(from), row.clear(), true);
  }

  private static void subtract(char[] a, char[] b, short[] out, int width) {
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
