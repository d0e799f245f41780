package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Counts how large Immerkaer's kernel (1 -2 1) x (1 -2 1) comes out on the inner pixels of a plane.
 * Loops over rows are short and walk several arrays by one index: C2 of JDK 17 vectorises these.
 */
final class NoiseHistogram {
  /** The kernel's largest value. */
  private static final int MOST = 8 * 255;

  /** Keep lanes from 0 up: the kernel's lie from -MOST to MOST, a column's from -510 to 510. */
  private static final long BIAS = Lanes.all(MOST);

  private static final long COLUMN_BIAS = Lanes.all(MOST / 4);

  private static final int LANES = Lanes.PIXELS / 2;
  private static final int LANE_BITS = Long.SIZE / LANES;
  private static final int BINS = 1 << 12;

  private final LumaPlane in;
  private final long[] even;
  private final long[] odd;
  private final long[] left;
  private final long[] right;

  /** Bins of each lane, with the bias: increments of one bin wait for each other. */
  private final int[] counts = new int[LANES * BINS];

  private NoiseHistogram(LumaPlane in) {
    int length = PackedRows.longs(in.width());
    this.in = in;
    even = new long[length];
    odd = new long[length];
    left = new long[length];
    right = new long[length];
  }

  /**
   * Counts.
   *
   * @param in the plane, three by three pixels at least
   * @return how many pixels have which absolute value, from 0 to 8 * 255
   */
  static int[] of(LumaPlane in) {
    NoiseHistogram histogram = new NoiseHistogram(in);
    RowTriple rows = new RowTriple(in);
    rows.next();
    for (int y = 1; y < in.height() - 1; y++) {
      rows.next();
      histogram.add(rows);
    }
    return histogram.ofAbsoluteValues();
  }

  private void add(RowTriple rows) {
    curve(rows.above(), rows.here(), rows.below(), even, odd);
    RowTriple.findBeside(even, odd, left, right);
    for (int i = 0; i < left.length; i++) {
      left[i] = left[i] + odd[i] + BIAS - 2 * even[i];
    }
    for (int i = 0; i < right.length; i++) {
      right[i] = right[i] + even[i] + BIAS - 2 * odd[i];
    }
    count(left, counts);
    count(right, counts);
    discount(0);
    for (int x = in.width() - 1; x < left.length * Lanes.PIXELS; x++) {
      discount(x);
    }
  }

  private static void curve(long[] above, long[] here, long[] below, long[] even, long[] odd) {
    for (int i = 0; i < even.length; i++) {
      even[i] = Lanes.even(above[i]) + Lanes.even(below[i]) + COLUMN_BIAS - 2 * Lanes.even(here[i]);
    }
    for (int i = 0; i < odd.length; i++) {
      odd[i] = Lanes.odd(above[i]) + Lanes.odd(below[i]) + COLUMN_BIAS - 2 * Lanes.odd(here[i]);
    }
  }

  private static void count(long[] row, int[] counts) {
    for (long lanes : row) {
      counts[(int) lanes & BINS - 1]++;
      counts[BINS + ((int) (lanes >>> LANE_BITS) & BINS - 1)]++;
      counts[2 * BINS + ((int) (lanes >>> 2 * LANE_BITS) & BINS - 1)]++;
      counts[3 * BINS + ((int) (lanes >>> 3 * LANE_BITS) & BINS - 1)]++;
    }
  }

  /** Takes a pixel out again that is not an inner one. */
  private void discount(int x) {
    int lane = x % Lanes.PIXELS / 2;
    long lanes = (x % 2 == 0 ? left : right)[x / Lanes.PIXELS];
    counts[lane * BINS + ((int) (lanes >>> lane * LANE_BITS) & BINS - 1)]--;
  }

  private int[] ofAbsoluteValues() {
    int[] histogram = new int[MOST + 1];
    for (int bin = 0; bin < counts.length; bin++) {
      int value = Math.abs(bin % BINS - MOST);
      if (value <= MOST) {
        histogram[value] += counts[bin];
      }
    }
    return histogram;
  }
}
