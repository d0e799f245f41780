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
  private static final int WINDOW = 2 * RADIUS + 1;

  /** How far the sides of a valley may lie. */
  private static final int REACH = 2 * Lanes.PIXELS;

  /** k squared, in 1/256: k = 0.4 lies near half depth where a quarter of the window is ink. */
  private static final int K_SQUARED = 41;

  private static final int SHIFT = 40;

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
      slide(in, y, -1, sums, squares);
    }
    for (int y = 0; y < height; y++) {
      slide(in, y + RADIUS < height ? y + RADIUS : -1, y - RADIUS - 1, sums, squares);
      int rows = Math.min(height - 1, y + RADIUS) - Math.max(0, y - RADIUS) + 1;
      markRow(in, y, rows, sums, squares, floor * floor, ink);
    }
    return ink;
  }

  /** Takes one row into the columns' sums and another out of them; below 0 there is none. */
  private static void slide(LumaPlane in, int enters, int leaves, int[] sums, int[] squares) {
    byte[] data = in.data();
    int width = in.width();
    int added = enters * in.stride();
    int taken = leaves * in.stride();
    if (enters >= 0 && leaves >= 0) {
      for (int x = 0; x < width; x++) {
        int more = data[added + x] & 0xFF;
        int less = data[taken + x] & 0xFF;
        sums[x] += more - less;
        squares[x] += (more - less) * (more + less);
      }
    } else if (enters >= 0 || leaves >= 0) {
      int sign = enters >= 0 ? 1 : -1;
      int row = Math.max(added, taken);
      for (int x = 0; x < width; x++) {
        int value = data[row + x] & 0xFF;
        sums[x] += sign * value;
        squares[x] += sign * value * value;
      }
    }
  }

  // A window has at most 961 pixels: its sum stays under 2^18, its squares under 2^26, and the
  // products below under 2^45.
  private static void markRow(
      LumaPlane in, int y, int rows, int[] sums, int[] squares, double least, byte[] ink) {
    int width = in.width();
    int sum = 0;
    int square = 0;
    for (int x = 0; x < Math.min(RADIUS, width); x++) {
      sum += sums[x];
      square += squares[x];
    }
    int inner = Math.min(width, RADIUS + 1);
    int last = Math.max(inner, width - RADIUS);
    for (int x = 0; x < width; x++) {
      if (x == inner && inner < last) {
        markInner(in, y, rows * WINDOW, sum, square, sums, squares, least, ink);
        x = last;
        sum = sum(sums, last - 1);
        square = sum(squares, last - 1);
      }
      int from = x - RADIUS - 1;
      int to = x + RADIUS;
      sum += (to < width ? sums[to] : 0) - (from >= 0 ? sums[from] : 0);
      square += (to < width ? squares[to] : 0) - (from >= 0 ? squares[from] : 0);
      long count = (long) rows * (Math.min(width - 1, to) - Math.max(0, from + 1) + 1);
      mark(in, x, y, sum, square, count, reciprocal(count), least(least, count), ink);
    }
  }

  /** Sums the columns of a window that reaches neither side. */
  private static int sum(int[] columns, int middle) {
    int sum = 0;
    for (int x = middle - RADIUS; x <= middle + RADIUS; x++) {
      sum += columns[x];
    }
    return sum;
  }

  /** Marks the pixels whose windows reach neither side, from the sums of the window before. */
  private static void markInner(
      LumaPlane in,
      int y,
      int count,
      int sumBefore,
      int squareBefore,
      int[] sums,
      int[] squares,
      double least,
      byte[] ink) {
    int sum = sumBefore;
    int square = squareBefore;
    long reciprocal = reciprocal(count);
    long leastSpread = least(least, count);
    for (int x = RADIUS + 1; x < in.width() - RADIUS; x++) {
      sum += sums[x + RADIUS] - sums[x - RADIUS - 1];
      square += squares[x + RADIUS] - squares[x - RADIUS - 1];
      mark(in, x, y, sum, square, count, reciprocal, leastSpread, ink);
    }
  }

  /**
   * What to multiply by and then shift by {@value #SHIFT} bits instead of dividing: exact, for a
   * product exceeds the quotient's by less than the dividend (under 2^18) times the count (under
   * 2^10), which is less than the 2^40 over the count that would be one more part of it.
   */
  private static long reciprocal(long count) {
    return (1L << SHIFT) / count + 1;
  }

  /** The least variance times the count squared. */
  private static long least(double least, long count) {
    return (long) Math.floor(least * count * count);
  }

  private static void mark(
      LumaPlane in,
      int x,
      int y,
      int sum,
      int square,
      long count,
      long reciprocal,
      long leastSpread,
      byte[] ink) {
    long depth = sum - count * (in.data()[y * in.stride() + x] & 0xFF);
    long spread = count * square - (long) sum * sum; // variance times count squared
    // Signs instead of branches: half of the paper's noise lies under the mean.
    long dark = -depth & leastSpread - spread & K_SQUARED * spread - (depth * depth << 8);
    if (dark < 0 && inValley(in, x, y, (int) (sum * reciprocal >> SHIFT))) {
      ink[y * in.width() + x] = (byte) Math.max(1, depth * reciprocal >> SHIFT);
    }
  }

  /** Whether something brighter than the level lies near on two opposite sides. */
  private static boolean inValley(LumaPlane in, int x, int y, int level) {
    byte[] data = in.data();
    int stride = in.stride();
    int at = y * stride + x;
    int left = Math.min(REACH, x);
    int right = Math.min(REACH, in.width() - 1 - x);
    boolean across =
        left == REACH && right == REACH
            ? brighter(data, at - REACH, level) && brighter(data, at + 1, level)
            : brighter(data, at, -1, left, level) && brighter(data, at, 1, right, level);
    int up = Math.min(REACH, y);
    int down = Math.min(REACH, in.height() - 1 - y);
    return across
        || brighter(data, at, -stride, up, level) && brighter(data, at, stride, down, level);
  }

  /** Whether one of REACH pixels from an index on is brighter; lanes hold at most 2^15 + 254. */
  private static boolean brighter(byte[] data, int from, int level) {
    long lift = Lanes.all(0x7FFF - level); // lifts what is brighter to the lane's highest bit
    long first = Lanes.load(data, from);
    long second = Lanes.load(data, from + Lanes.PIXELS);
    long lifted =
        Lanes.even(first) + lift
            | Lanes.odd(first) + lift
            | Lanes.even(second) + lift
            | Lanes.odd(second) + lift;
    return (lifted & Lanes.all(0x8000)) != 0;
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
