package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * How the brightness swings along the line, summed over the middle rows of a cell: what stands
 * between one stroke and the next. A turn counts when the brightness has come back by 12 % of the
 * range, at least 3 grey levels, so that noise makes none.
 *
 * @param turns number of swings from one extreme to the next
 * @param total sum of their heights, grey levels
 * @param squares sum of their squared heights
 * @param length pixels walked, at least 1
 */
record CellSwings(int turns, long total, long squares, long length) {
  private static final double BACK = 0.12;
  private static final int LEAST_BACK = 3;

  /** Share of the rows left out on either side, where letters begin and end. */
  private static final int MARGIN = 5;

  static CellSwings of(LumaPlane plane, Window window, boolean vertical, double range) {
    int first = vertical ? window.left() : window.top();
    int last = vertical ? window.right() : window.bottom();
    int margin = Math.max(0, last - first) / MARGIN;
    int from = vertical ? window.top() : window.left();
    int to = vertical ? window.bottom() : window.right();
    int back = (int) Math.ceil(Math.max(LEAST_BACK, BACK * range));
    int step = vertical ? plane.stride() : 1;
    long[] sums = new long[3];
    long length = 0;
    for (int line = first + margin; line < last - margin; line++) {
      int start = vertical ? from * plane.stride() + line : line * plane.stride() + from;
      walk(plane.data(), start, step, to - from, back, sums);
      length += Math.max(0, to - from);
    }
    return new CellSwings((int) sums[0], sums[1], sums[2], Math.max(1, length));
  }

  private static void walk(byte[] data, int start, int step, int count, int back, long[] sums) {
    int low = 256;
    int high = -1;
    int direction = 0;
    int previous = -1;
    for (int k = 0, i = start; k < count; k++, i += step) {
      int value = data[i] & 0xFF;
      low = Math.min(low, value);
      high = Math.max(high, value);
      if (direction >= 0 && value < high - back) {
        add(previous, high, sums);
        previous = high;
        direction = -1;
        low = value;
      } else if (direction <= 0 && value > low + back) {
        add(previous, low, sums);
        previous = low;
        direction = 1;
        high = value;
      }
    }
  }

  private static void add(int previous, int extreme, long[] sums) {
    if (previous >= 0) {
      long swing = Math.abs(extreme - previous);
      sums[0]++;
      sums[1] += swing;
      sums[2] += swing * swing;
    }
  }

  double mean() {
    return turns == 0 ? 0 : (double) total / turns;
  }

  double rms() {
    return turns == 0 ? 0 : Math.sqrt((double) squares / turns);
  }
}
