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
  private static final int RADIUS = WindowSums.RADIUS;

  /** k squared, in 1/256: k = 0.4 lies near half depth where a quarter of the window is ink. */
  private static final int K_SQUARED = 41;

  private static final int SHIFT = 40;

  private final LumaPlane in;
  private final double leastVariance;

  /** By column: the pixels of the windows, and what to multiply by instead of dividing by these. */
  private final long[] counts;

  private final long[] reciprocals;

  /** Variances times counts squared, and the least ones of print. */
  private final long[] spreads;

  private final long[] leastSpreads;

  /** Pixels, then their heights above the mean, then levels; few arrays stay in the L1 cache. */
  private final long[] row;

  private final long[] packed;

  private InkFinder(LumaPlane in, double floor) {
    int width = in.width();
    this.in = in;
    leastVariance = floor * floor;
    counts = new long[width];
    reciprocals = new long[width];
    spreads = new long[width];
    leastSpreads = new long[width];
    packed = new long[PackedRows.longs(width)];
    row = new long[packed.length * Lanes.PIXELS];
  }

  /**
   * Marks ink.
   *
   * @param in the plane, smoothed
   * @param floor the least standard deviation of a window with print, grey levels
   * @return how much darker than the window's mean each ink pixel is, 1 to 255; 0 = paper
   */
  static byte[] find(LumaPlane in, double floor) {
    return new InkFinder(in, floor).find();
  }

  private byte[] find() {
    byte[] ink = new byte[in.width() * in.height()];
    WindowSums windows = new WindowSums(in);
    Valleys valleys = new Valleys(in);
    for (int y = 0; y < in.height(); y++) {
      if (y <= RADIUS || y >= in.height() - RADIUS) {
        count(Math.min(in.height() - 1, y + RADIUS) - Math.max(0, y - RADIUS) + 1);
      }
      findDark(windows.next(), y * in.stride());
      // A pixel is ink where a valley's sides reach over its mean; its depth is at least 1.
      PackedRows.pack(row, packed);
      PackedRows.reached(packed, valleys.next(), packed);
      PackedRows.excess(packed, valleys.pixels(), packed);
      PackedRows.decrease(packed);
      PackedRows.unpack(packed, ink, y * in.width(), in.width());
    }
    return ink;
  }

  /** Notes for windows of so many rows what depends on their pixels' number alone. */
  private void count(int rows) {
    for (int x = 0; x < counts.length; x++) {
      int columns = Math.min(counts.length - 1, x + RADIUS) - Math.max(0, x - RADIUS) + 1;
      long count = (long) rows * columns;
      counts[x] = count;
      reciprocals[x] = reciprocal(count);
      leastSpreads[x] = (long) Math.floor(leastVariance * count * count);
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

  /** Finds where pixels are dark enough: the least level above the mean, elsewhere 0. */
  private void findDark(long[] sums, int from) {
    widen(in.data(), from, row, sums.length);
    spread(sums, counts, spreads);
    rise(sums, counts, row);
    keepDark(spreads, leastSpreads, row);
    raise(sums, reciprocals, row);
  }

  private static void widen(byte[] data, int from, long[] pixels, int width) {
    for (int x = 0; x < width; x++) {
      pixels[x] = data[from + x] & 0xFF;
    }
  }

  // Short loops: C2 of JDK 17 vectorises no long ones. All products stay under 2^49.

  private static void spread(long[] sums, long[] counts, long[] spreads) {
    for (int x = 0; x < spreads.length; x++) {
      long sum = sums[x] & WindowSums.SUM;
      spreads[x] = counts[x] * (sums[x] >>> WindowSums.SQUARES_FROM) - sum * sum;
    }
  }

  /** Turns pixels into their heights above the mean, times the counts. */
  private static void rise(long[] sums, long[] counts, long[] row) {
    for (int x = 0; x < sums.length; x++) {
      row[x] = counts[x] * row[x] - (sums[x] & WindowSums.SUM);
    }
  }

  /** Keeps negative what is dark enough. */
  private static void keepDark(long[] spreads, long[] leastSpreads, long[] row) {
    for (int x = 0; x < spreads.length; x++) {
      row[x] &= leastSpreads[x] - spreads[x] & K_SQUARED * spreads[x] - (row[x] * row[x] << 8);
    }
  }

  /** A dark pixel's mean is under 255, for the pixel lies under it. */
  private static void raise(long[] sums, long[] reciprocals, long[] row) {
    for (int x = 0; x < sums.length; x++) {
      long mean = (sums[x] & WindowSums.SUM) * reciprocals[x] >>> SHIFT;
      row[x] = row[x] >> Long.SIZE - 1 & mean + 1;
    }
  }
}
