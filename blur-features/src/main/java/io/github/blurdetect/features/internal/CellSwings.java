package io.github.blurdetect.features.internal;

/**
 * How the brightness of a smoothed cell swings along the line, summed over its middle rows: what
 * stands between one stroke and the next. A turn counts when the brightness has come back by 12 %
 * of the range, at least 3 grey levels, so that noise makes none. For one thread.
 *
 * <p>Where turns come is hardly to be foreseen, so no loop over pixels branches on one: each row is
 * cut down to its bends, the pixels between rising and falling, and these to the turns.
 */
final class CellSwings {
  private static final double BACK = 0.12;
  private static final int LEAST_BACK = 3;

  /** Share of the rows left out on either side, where letters begin and end. */
  private static final int MARGIN = 5;

  private static final int SIGN = 15;

  /**
   * Swings of a cell.
   *
   * @param turns number of swings from one extreme to the next
   * @param total sum of their heights, grey levels
   * @param squares sum of their squared heights
   * @param length pixels walked, at least 1
   */
  record Sums(int turns, long total, long squares, long length) {
    double mean() {
      return turns == 0 ? 0 : (double) total / turns;
    }

    double rms() {
      return turns == 0 ? 0 : Math.sqrt((double) squares / turns);
    }
  }

  private char[] here = new char[0];
  private char[] before = here;
  private short[] rises = new short[0];
  private short[] risesOn = rises;
  private char[] isBend = new char[0]; // 1 or 0, by pixel
  private int[] bends = new int[0]; // of one row
  private int[] turns = new int[0]; // of all rows so far, the high ones less back
  private int turnCount;
  private int back;
  private int gaps; // between the turns of one row and those of the next
  private long gapTotal;
  private long gapSquares;

  /**
   * Measures a cell.
   *
   * @param vertical whether its line runs down
   * @param range of its brightness, grey levels
   */
  Sums of(SmoothCell cell, boolean vertical, double range) {
    int lines = vertical ? cell.width() : cell.height();
    int length = vertical ? cell.height() : cell.width();
    int apart = vertical ? 1 : cell.pitch();
    int step = vertical ? cell.pitch() : 1;
    makeRoom(cell.span() + cell.pitch());
    back = (int) Math.ceil(Math.max(LEAST_BACK, BACK * range));
    turnCount = 0;
    gaps = 0;
    gapTotal = 0;
    gapSquares = 0;
    int margin = lines / MARGIN;
    int walked = lines - 2 * margin;
    int first = cell.first() + margin * apart;
    if (walked > 0 && length > 0) {
      markBends(cell.pixels(), first, step, (walked - 1) * apart + (length - 1) * step + 1);
    }
    for (int line = 0; line < walked; line++) {
      addTurns(takeBends(cell.pixels(), first + line * apart, line * apart, step, length));
    }
    return sums(Math.max(1, (long) length * walked));
  }

  private void makeRoom(int pixels) {
    if (pixels > rises.length) {
      here = new char[2 * pixels];
      before = new char[2 * pixels];
      rises = new short[2 * pixels];
      risesOn = new short[2 * pixels];
      isBend = new char[2 * pixels];
      bends = new int[2 * pixels];
      turns = new int[2 * pixels];
    }
  }

  /** A pixel is a bend where the signs of the differences before and after it differ. */
  private void markBends(char[] pixels, int first, int step, int count) {
    System.arraycopy(pixels, first, here, 0, count + step);
    System.arraycopy(pixels, first - step, before, 0, count + step);
    WideRow.subtract(here, before, rises, count + step);
    System.arraycopy(rises, step, risesOn, 0, count);
    WideMath.exclusiveOr(rises, risesOn, isBend, count);
    WideMath.shiftRight(isBend, SIGN, count);
  }

  /** Takes a row's first and last pixel and the bends between them, and returns how many. */
  private int takeBends(char[] pixels, int from, int start, int step, int length) {
    bends[0] = pixels[from];
    int count = 1;
    if (step == 1) { // a loop of its own, without checks of bounds
      for (int i = 1; i < length - 1; i++) {
        bends[count] = pixels[from + i];
        count += isBend[start + i];
      }
    } else {
      for (int i = step; i < (length - 1) * step; i += step) {
        bends[count] = pixels[from + i];
        count += isBend[start + i];
      }
    }
    bends[count++] = pixels[from + (length - 1) * step];
    bends[count] = bends[count - 1]; // makes pairs
    return count;
  }

  private void addTurns(int count) {
    int low = bends[0];
    int high = low;
    int k = 1;
    while (k < count && high - low <= back) {
      low = Math.min(low, bends[k]);
      high = Math.max(high, bends[k++]);
    }
    if (high - low > back) {
      boolean rises = bends[k - 1] == high;
      begin(rises ? low : high - back);
      addTurns(k, count, rises);
    }
  }

  /** Adds a row's first extreme, and notes that it ends no swing. */
  private void begin(int extreme) {
    turns[turnCount++] = extreme;
    if (turnCount > 1) {
      long gap = swing(turns[turnCount - 2], extreme);
      gaps++;
      gapTotal += gap;
      gapSquares += gap * gap;
    }
  }

  /**
   * Lets a level follow the bends: it stands at the highest so far less {@code back} while the
   * brightness rises and at the lowest so far while it falls, so it changes its direction where
   * that turns.
   */
  private void addTurns(int from, int count, boolean rises) {
    int k = from;
    int level = bends[k - 1] - (rises ? back : 0);
    int rising = rises ? 1 : 0;
    int next = turnCount;
    if (rises) { // Bends are low and high by turns; pairs begin with a high one.
      int low = Math.min(level, bends[k++]);
      int falls = low - level >>> 31;
      turns[next] = level;
      next += falls;
      rising -= falls;
      level = low;
    }
    for (; k < count; k += 2) {
      int high = Math.max(level, bends[k] - back);
      int climbs = level - high >>> 31;
      turns[next] = level;
      next += climbs & ~rising;
      rising |= climbs;
      int low = Math.min(high, bends[k + 1]);
      int falls = low - high >>> 31;
      turns[next] = high;
      next += falls & rising;
      rising &= ~falls;
      level = low;
    }
    turnCount = next;
  }

  private int swing(int from, int to) {
    return Math.abs(to - from) + back;
  }

  private Sums sums(long length) {
    int[] extremes = turns;
    long total = -gapTotal;
    long squares = -gapSquares;
    int before = extremes[0];
    for (int i = 1; i < turnCount; i++) {
      int extreme = extremes[i];
      int swing = swing(before, extreme);
      total += swing;
      squares += swing * swing;
      before = extreme;
    }
    return new Sums(Math.max(0, turnCount - 1 - gaps), total, squares, length);
  }
}
