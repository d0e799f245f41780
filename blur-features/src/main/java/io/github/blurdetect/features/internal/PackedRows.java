package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * Rows of pixels, eight in a long as {@link Lanes} loads them, and what is brighter or darker of
 * two rows, pixel by pixel. Loops walk several arrays by one index: C2 vectorises these, which it
 * does for no loop over bytes that compares them.
 */
final class PackedRows {
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  private PackedRows() {}

  /** Returns how many longs hold so many pixels. */
  static int longs(int pixels) {
    return (pixels + Lanes.PIXELS - 1) / Lanes.PIXELS;
  }

  /** Packs pixels into a row from one of its longs on, and zeros before and after them. */
  static void pack(byte[] data, int from, int width, long[] row, int first) {
    int whole = width / Lanes.PIXELS;
    Arrays.fill(row, 0, first, 0);
    for (int i = 0; i < whole; i++) {
      row[first + i] = Lanes.load(data, from + i * Lanes.PIXELS);
    }
    Arrays.fill(row, first + whole, row.length, 0);
    for (int x = whole * Lanes.PIXELS; x < width; x++) {
      row[first + whole] |= (data[from + x] & 0xFFL) << x * Byte.SIZE;
    }
  }

  /** Packs numbers from 0 to 255, eight for each long of the row. */
  static void pack(long[] pixels, long[] row) {
    for (int i = 0; i < row.length; i++) {
      int x = i * Lanes.PIXELS;
      long low = pixels[x] | pixels[x + 1] << 8 | (pixels[x + 2] | pixels[x + 3] << 8) << 16;
      long high = pixels[x + 4] | pixels[x + 5] << 8 | (pixels[x + 6] | pixels[x + 7] << 8) << 16;
      row[i] = low | high << 32;
    }
  }

  /** Unpacks as many pixels of a row. */
  static void unpack(long[] row, byte[] out, int to, int width) {
    int whole = width / Lanes.PIXELS;
    for (int i = 0; i < whole; i++) {
      Lanes.store(out, to + i * Lanes.PIXELS, row[i]);
    }
    for (int x = whole * Lanes.PIXELS; x < width; x++) {
      out[to + x] = (byte) (row[whole] >>> x * Byte.SIZE);
    }
  }

  /** Returns the brighter pixels. */
  static void max(long[] a, long[] b, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = b[i] ^ (a[i] ^ b[i]) & reaches(a[i], b[i]);
    }
  }

  /** Returns the darker pixels. */
  static void min(long[] a, long[] b, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] ^ (a[i] ^ b[i]) & reaches(a[i], b[i]);
    }
  }

  /** Returns the pixels of the first that the second reaches, and 0 for the others. */
  static void reached(long[] a, long[] b, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] & reaches(b[i], a[i]);
    }
  }

  /** Returns how much brighter the first is, 0 where it is not. */
  static void excess(long[] a, long[] b, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (b[i] ^ (a[i] ^ b[i]) & reaches(a[i], b[i])) - b[i];
    }
  }

  /** Takes 1 from the pixels above 1. */
  static void decrease(long[] row) {
    for (int i = 0; i < row.length; i++) {
      long upper = row[i] & ~ONES;
      row[i] -= ((upper & ~TOP_BITS) + ~TOP_BITS | upper) >>> 7 & ONES;
    }
  }

  /** All bits of the pixels that are as bright in the first or brighter. */
  private static long reaches(long a, long b) {
    long reaches = (a | TOP_BITS) - (b & ~TOP_BITS); // top bits: of the seven lower ones alone
    long top = (a & ~b | ~(a ^ b) & reaches) & TOP_BITS;
    return (top << 1) - (top >>> 7);
  }

  /**
   * Moves a row to the left by less than eight pixels.
   *
   * @param next the row without its first long
   */
  static void move(long[] row, long[] next, int pixels, long[] out) {
    int bits = pixels * Byte.SIZE;
    for (int i = 0; i < out.length; i++) {
      out[i] = row[i] >>> bits | next[i] << -bits;
    }
  }
}
