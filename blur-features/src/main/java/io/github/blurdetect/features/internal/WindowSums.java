package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;

/**
 * Sums and sums of squares over the square windows around a row's pixels, row after row. Both stand
 * in one long, the squares in its upper half: one addition does for the two. A window has at most
 * 961 pixels: its sum stays under 2^18, its squares under 2^26.
 *
 * <p>Each row's running sums are added to and taken from those of the window's rows; a window's sum
 * is then the difference of two of them. What overflows on the way cancels out. Loops walk several
 * arrays by one index: C2 vectorises these.
 */
final class WindowSums {
  static final int RADIUS = 15;

  /** Columns and rows. */
  static final int WINDOW = 2 * RADIUS + 1;

  /** Rows kept: those of a window and the one that leaves it. */
  private static final int KEPT = WINDOW + 1;

  /** Bits of a window's sum. */
  static final long SUM = 0xFFFFFFFFL;

  /** How far to shift a window's squares. */
  static final int SQUARES_FROM = Integer.SIZE;

  private static final long[] SQUARES = new long[256];

  static {
    Arrays.setAll(SQUARES, value -> (long) value * value << SQUARES_FROM | value);
  }

  private final LumaPlane in;
  private final long[][] running;
  private final long[] none;
  private final long[] columns;
  private final long[] sums;
  private int row;

  /** Begins above the first row. */
  WindowSums(LumaPlane in) {
    this.in = in;
    int length = in.width() + WINDOW;
    running = new long[Math.min(KEPT, in.height())][length];
    none = new long[length];
    columns = new long[length];
    sums = new long[in.width()];
    for (row = -RADIUS; row < 0; row++) {
      slide();
    }
  }

  /** Returns the next row's sums, the same array each time; beyond the border there is nothing. */
  long[] next() {
    slide();
    row++;
    System.arraycopy(columns, WINDOW, sums, 0, sums.length);
    subtract(columns, sums);
    return sums;
  }

  /** Takes a row into the window and another out of it. */
  private void slide() {
    int enters = row + RADIUS;
    int leaves = row - RADIUS - 1;
    long[] more = none;
    long[] less = none;
    if (enters < in.height()) {
      more = running[enters % KEPT];
      accumulate(in.data(), enters * in.stride(), in.width(), more);
    }
    if (leaves >= 0) {
      less = running[leaves % KEPT];
    }
    add(more, less, columns);
  }

  /** Window {@code x} reaches from element x to element x + WINDOW. */
  private static void accumulate(byte[] data, int from, int width, long[] running) {
    long sum = 0;
    for (int x = 0; x < width; x++) {
      sum += SQUARES[data[from + x] & 0xFF];
      running[RADIUS + 1 + x] = sum;
    }
    Arrays.fill(running, RADIUS + 1 + width, running.length, sum);
  }

  private static void add(long[] more, long[] less, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i] - less[i];
    }
  }

  private static void subtract(long[] begins, long[] ends) {
    for (int i = 0; i < ends.length; i++) {
      ends[i] -= begins[i];
    }
  }
}
