package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Smooths a plane with the binomial kernel (1 2 1) in both directions, divided by 16 and rounded;
 * borders are repeated. Loops are short and walk several arrays by one index: C2 of JDK 17
 * vectorises these.
 */
final class PlaneSmoothing {
  private static final long HALVES = Lanes.all(8);

  private final RowTriple rows;
  private final long[] even;
  private final long[] odd;
  private final long[] left;
  private final long[] right;

  private PlaneSmoothing(LumaPlane in) {
    int length = PackedRows.longs(in.width());
    rows = new RowTriple(in);
    even = new long[length];
    odd = new long[length];
    left = new long[length];
    right = new long[length];
  }

  /** Returns the plane's rows, smoothed, without gaps. */
  static byte[] of(LumaPlane in) {
    PlaneSmoothing smoothing = new PlaneSmoothing(in);
    byte[] out = new byte[in.width() * in.height()];
    for (int y = 0; y < in.height(); y++) {
      PackedRows.unpack(smoothing.next(), out, y * in.width(), in.width());
    }
    return out;
  }

  private long[] next() {
    rows.next();
    addUp(rows.above(), rows.here(), rows.below(), even, odd);
    RowTriple.findBeside(even, odd, left, right);
    smoothEven(left, even, odd);
    smoothOdd(even, odd, right, left);
    return right;
  }

  // Lanes hold at most 4 * 255 here and 16 * 255 + 8 below.
  private static void addUp(long[] above, long[] here, long[] below, long[] even, long[] odd) {
    for (int i = 0; i < even.length; i++) {
      even[i] = Lanes.even(above[i]) + 2 * Lanes.even(here[i]) + Lanes.even(below[i]);
    }
    for (int i = 0; i < odd.length; i++) {
      odd[i] = Lanes.odd(above[i]) + 2 * Lanes.odd(here[i]) + Lanes.odd(below[i]);
    }
  }

  /** Leaves the smoothed pixels at even places on the left. */
  private static void smoothEven(long[] left, long[] even, long[] odd) {
    for (int i = 0; i < left.length; i++) {
      left[i] = Lanes.shiftRight(left[i] + 2 * even[i] + odd[i] + HALVES, 4);
    }
  }

  /** Leaves all smoothed pixels on the right. */
  private static void smoothOdd(long[] even, long[] odd, long[] right, long[] smoothEven) {
    for (int i = 0; i < right.length; i++) {
      long smoothOdd = Lanes.shiftRight(even[i] + 2 * odd[i] + right[i] + HALVES, 4);
      right[i] = Lanes.interleave(smoothEven[i], smoothOdd);
    }
  }
}
