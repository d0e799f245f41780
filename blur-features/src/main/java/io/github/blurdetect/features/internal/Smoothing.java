package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Smooths with the binomial kernel (1 2 1) in both directions, divided by 16 and rounded; the
 * plane's borders are repeated.
 */
final class Smoothing {
  private static final int HALF = 8;

  private Smoothing() {}

  /**
   * Smooths a rectangle of a plane, looking beyond the rectangle where the plane goes on.
   *
   * @param in the plane
   * @param left first column of the rectangle
   * @param top its first row
   * @param width its columns
   * @param height its rows; the rectangle lies inside the plane
   * @param out receives its rows without gaps
   */
  static void rectangle(LumaPlane in, int left, int top, int width, int height, byte[] out) {
    int lastRow = in.height() - 1;
    for (int row = 0; row < height; row++) {
      int y = top + row;
      int above = Math.max(0, y - 1) * in.stride();
      int here = y * in.stride();
      int below = Math.min(lastRow, y + 1) * in.stride();
      int to = row * width - left; // plus the column in the plane
      int end = left + width;
      int x = left;
      if (x == 0) {
        out[to] = pixel(in, above, here, below, 0);
        x++;
      }
      // Reads the columns x - 1 to x + 8.
      int lastEight = Math.min(end - Lanes.PIXELS, in.width() - 1 - Lanes.PIXELS);
      for (; x <= lastEight; x += Lanes.PIXELS) {
        Lanes.store(out, to + x, eight(in.data(), above + x, here + x, below + x));
      }
      for (; x < end; x++) {
        out[to + x] = pixel(in, above, here, below, x);
      }
    }
  }

  // Lanes hold at most 16 * 255 + 8 = 4088.
  private static long eight(byte[] data, int above, int here, int below) {
    long a = Lanes.load(data, above);
    long b = Lanes.load(data, here);
    long c = Lanes.load(data, below);
    long even = Lanes.even(a) + 2 * Lanes.even(b) + Lanes.even(c);
    long odd = Lanes.odd(a) + 2 * Lanes.odd(b) + Lanes.odd(c);
    // Left of the even pixels are those at even places of the eight that begin one earlier.
    long left =
        Lanes.even(Lanes.load(data, above - 1))
            + 2 * Lanes.even(Lanes.load(data, here - 1))
            + Lanes.even(Lanes.load(data, below - 1));
    long right =
        Lanes.odd(Lanes.load(data, above + 1))
            + 2 * Lanes.odd(Lanes.load(data, here + 1))
            + Lanes.odd(Lanes.load(data, below + 1));
    long half = Lanes.all(HALF);
    return Lanes.interleave(
        Lanes.shiftRight(left + 2 * even + odd + half, 4),
        Lanes.shiftRight(even + 2 * odd + right + half, 4));
  }

  private static byte pixel(LumaPlane in, int above, int here, int below, int x) {
    int left = Math.max(0, x - 1);
    int right = Math.min(in.width() - 1, x + 1);
    byte[] data = in.data();
    int sum =
        column(data, above + left, here + left, below + left)
            + 2 * column(data, above + x, here + x, below + x)
            + column(data, above + right, here + right, below + right);
    return (byte) (sum + HALF >> 4);
  }

  private static int column(byte[] data, int above, int here, int below) {
    return (data[above] & 0xFF) + 2 * (data[here] & 0xFF) + (data[below] & 0xFF);
  }
}
