package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Marks what is darker than its surroundings, after Niblack (1986): a pixel is ink where it lies
 * more than k standard deviations under the mean of a square window, and the window's standard
 * deviation stands out from the noise. Besides it must lie in a valley: to the left and the right,
 * or above and below, there is something brighter than the mean. That leaves out the ground along
 * the edge of a sheet.
 */
final class InkFinder {
  private static final int RADIUS = 15;

  /** How far the sides of a valley may lie. */
  private static final int REACH = 16;

  /** k squared, in 1/256: k = 0.4 lies near half depth where a quarter of the window is ink. */
  private static final int K_SQUARED = 41;

  private InkFinder() {}

  /**
   * Marks ink.
   *
   * @param in the plane, smoothed
   * @param floor the least standard deviation of a window with print, grey levels
   * @return how much darker than the window's mean each ink pixel is, 1 to 255; 0 = paper
   */
  static byte[] find(LumaPlane in, double floor) {
    int width = in.width();
    int height = in.height();
    int[] sums = new int[width];
    int[] squares = new int[width];
    byte[] ink = new byte[width * height];
    for (int y = 0; y < Math.min(RADIUS, height); y++) {
      addRow(in, y, 1, sums, squares);
    }
    for (int y = 0; y < height; y++) {
      if (y + RADIUS < height) {
        addRow(in, y + RADIUS, 1, sums, squares);
      }
      if (y - RADIUS - 1 >= 0) {
        addRow(in, y - RADIUS - 1, -1, sums, squares);
      }
      int rows = Math.min(height - 1, y + RADIUS) - Math.max(0, y - RADIUS) + 1;
      markRow(in, y, rows, sums, squares, floor * floor, ink);
    }
    return ink;
  }

  private static void addRow(LumaPlane in, int y, int sign, int[] sums, int[] squares) {
    byte[] data = in.data();
    int row = y * in.stride();
    for (int x = 0; x < in.width(); x++) {
      int value = data[row + x] & 0xFF;
      sums[x] += sign * value;
      squares[x] += sign * value * value;
    }
  }

  // A window has at most 961 pixels: its sum stays under 2^18, its squares under 2^26, and the
  // products below under 2^36.
  private static void markRow(
      LumaPlane in, int y, int rows, int[] sums, int[] squares, double least, byte[] ink) {
    int width = in.width();
    byte[] data = in.data();
    int start = y * in.stride();
    long sum = 0;
    long square = 0;
    for (int x = 0; x < Math.min(RADIUS, width); x++) {
      sum += sums[x];
      square += squares[x];
    }
    long count = (long) rows * Math.min(RADIUS, width);
    long leastSpread = -1; // of this count
    for (int x = 0; x < width; x++) {
      long before = count;
      if (x + RADIUS < width) {
        sum += sums[x + RADIUS];
        square += squares[x + RADIUS];
        count += rows;
      }
      if (x - RADIUS - 1 >= 0) {
        sum -= sums[x - RADIUS - 1];
        square -= squares[x - RADIUS - 1];
        count -= rows;
      }
      if (count != before || x == 0) {
        leastSpread = (long) Math.floor(least * count * count);
      }
      long depth = sum - count * (data[start + x] & 0xFF);
      long spread = count * square - sum * sum; // variance times count squared
      if (depth > 0
          && spread > leastSpread
          && (depth * depth << 8) > K_SQUARED * spread
          && inValley(in, x, y, (int) (sum / count))) {
        ink[y * width + x] = (byte) Math.max(1, depth / count);
      }
    }
  }

  /** Whether something brighter than the level lies near on two opposite sides. */
  private static boolean inValley(LumaPlane in, int x, int y, int level) {
    byte[] data = in.data();
    int at = y * in.stride() + x;
    int stride = in.stride();
    int left = Math.min(REACH, x);
    int right = Math.min(REACH, in.width() - 1 - x);
    int up = Math.min(REACH, y);
    int down = Math.min(REACH, in.height() - 1 - y);
    return brighter(data, at, -1, left, level) && brighter(data, at, 1, right, level)
        || brighter(data, at, -stride, up, level) && brighter(data, at, stride, down, level);
  }

  private static boolean brighter(byte[] data, int at, int step, int count, int level) {
    for (int k = 1, i = at + step; k <= count; k++, i += step) {
      if ((data[i] & 0xFF) > level) {
        return true;
      }
    }
    return false;
  }
}
