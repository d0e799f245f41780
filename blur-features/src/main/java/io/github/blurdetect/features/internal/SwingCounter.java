package io.github.blurdetect.features.internal;

/**
 * Counts how often rows of brightness turn between rising and falling, and how far they swing from
 * turn to turn. A turn counts when the brightness has come back by so much. For one thread.
 */
final class SwingCounter {
  private int[] extremes = new int[0]; // of all rows so far, the high ones less back
  private int count;
  private int back;
  private int gaps; // between the extremes of one row and those of the next
  private long gapTotal;
  private long gapSquares;

  /**
   * Starts anew.
   *
   * @param atLeast grey levels that the brightness has to come back by
   * @param most values that will be added, all rows together
   */
  void start(int atLeast, int most) {
    if (most > extremes.length) {
      extremes = new int[2 * most];
    }
    back = atLeast;
    count = 0;
    gaps = 0;
    gapTotal = 0;
    gapSquares = 0;
  }

  /**
   * Adds a row.
   *
   * @param bends its first and last pixel and, in order, all between rising and falling, with the
   *     last once more
   * @param bendCount how many, the repeated one not counted
   */
  void add(int[] bends, int bendCount) {
    int low = bends[0];
    int high = low;
    int k = 1;
    while (k < bendCount && high - low <= back) {
      low = Math.min(low, bends[k]);
      high = Math.max(high, bends[k++]);
    }
    if (high - low > back) {
      boolean rises = bends[k - 1] == high;
      begin(rises ? low : high - back);
      follow(bends, k, bendCount, rises);
    }
  }

  /** Adds a row's first extreme, and notes that it ends no swing. */
  private void begin(int extreme) {
    if (count > 0) {
      long gap = swing(extremes[count - 1], extreme);
      gaps++;
      gapTotal += gap;
      gapSquares += gap * gap;
    }
    extremes[count++] = extreme;
  }

  /**
   * Lets a level follow the bends: it stands at the highest so far less {@code back} while the
   * brightness rises and at the lowest so far while it falls, so it changes its direction where
   * that turns. Every level before a change is written, and stays where it was a turn.
   */
  private void follow(int[] bends, int from, int bendCount, boolean rises) {
    int k = from;
    int level = bends[k - 1] - (rises ? back : 0);
    int rising = rises ? 1 : 0;
    int next = count;
    if (rises) { // Bends are low and high by turns; pairs begin with a high one.
      int low = Math.min(level, bends[k++]);
      int falls = low - level >>> 31;
      extremes[next] = level;
      next += falls;
      rising -= falls;
      level = low;
    }
    for (; k < bendCount; k += 2) {
      int high = Math.max(level, bends[k] - back);
      int climbs = level - high >>> 31;
      extremes[next] = level;
      next += climbs & ~rising;
      rising |= climbs;
      int low = Math.min(high, bends[k + 1]);
      int falls = low - high >>> 31;
      extremes[next] = high;
      next += falls & rising;
      rising &= ~falls;
      level = low;
    }
    count = next;
  }

  private int swing(int from, int to) {
    return Math.abs(to - from) + back;
  }

  /** Returns what was found on rows of so many pixels together. */
  CellSwings.Sums sums(long length) {
    long total = -gapTotal;
    long squares = -gapSquares;
    int before = extremes[0];
    for (int i = 1; i < count; i++) {
      int extreme = extremes[i];
      int swing = swing(before, extreme);
      total += swing;
      squares += swing * swing;
      before = extreme;
    }
    return new CellSwings.Sums(Math.max(0, count - 1 - gaps), total, squares, length);
  }
}
