package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * A plane's packed rows, one after the other, each with the row above and below; borders are
 * repeated. For kernels of three by three pixels: first columns of three are weighed, spread over
 * lanes as in {@link Lanes}, then the columns with those beside them.
 */
final class RowTriple {
  private static final int LANE = 16;
  private static final int LAST_LANE = 3 * LANE;

  private final LumaPlane in;
  private long[] above;
  private long[] here;
  private long[] below;
  private int row = -1;

  /** Begins above the first row. */
  RowTriple(LumaPlane in) {
    int length = PackedRows.longs(in.width());
    this.in = in;
    above = new long[length];
    here = new long[length];
    below = new long[length];
    pack(0, here);
    pack(0, below);
  }

  /** Goes on to the next row. */
  void next() {
    row++;
    long[] free = above;
    above = here;
    here = below;
    below = free;
    pack(Math.min(in.height() - 1, row + 1), below);
  }

  private void pack(int y, long[] out) {
    PackedRows.pack(in.data(), y * in.stride(), in.width(), out, 0);
    int last = out.length - 1;
    int used = in.width() - last * Lanes.PIXELS;
    long pixel = out[last] >>> (used - 1) * Byte.SIZE;
    for (int i = used; i < Lanes.PIXELS; i++) {
      out[last] |= pixel << i * Byte.SIZE;
    }
  }

  long[] above() {
    return above;
  }

  long[] here() {
    return here;
  }

  long[] below() {
    return below;
  }

  /**
   * Finds what stands beside columns.
   *
   * @param even columns at even places
   * @param odd columns at odd places
   * @param left receives those left of the even ones
   * @param right receives those right of the odd ones
   */
  static void findBeside(long[] even, long[] odd, long[] left, long[] right) {
    int last = even.length - 1;
    System.arraycopy(odd, 0, left, 1, last);
    left[0] = even[0] << LAST_LANE;
    System.arraycopy(even, 1, right, 0, last);
    right[last] = odd[last] >>> LAST_LANE;
    for (int i = 0; i < left.length; i++) {
      left[i] = left[i] >>> LAST_LANE | odd[i] << LANE;
    }
    for (int i = 0; i < right.length; i++) {
      right[i] = right[i] << LAST_LANE | even[i] >>> LANE;
    }
  }
}
