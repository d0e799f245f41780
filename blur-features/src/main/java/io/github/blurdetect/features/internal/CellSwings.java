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
  private final SwingCounter counter = new SwingCounter();

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
    counter.start((int) Math.ceil(Math.max(LEAST_BACK, BACK * range)), cell.span() + cell.pitch());
    int margin = lines / MARGIN;
    int walked = lines - 2 * margin;
    int first = cell.first() + margin * apart;
    if (walked > 0 && length > 0) {
      markBends(cell.pixels(), first, step, (walked - 1) * apart + (length - 1) * step + 1);
    }
    for (int line = 0; line < walked; line++) {
      int count = takeBends(cell.pixels(), first + line * apart, line * apart, step, length);
      counter.add(bends, count);
    }
    return counter.sums(Math.max(1, (long) length * walked));
  }

  private void makeRoom(int pixels) {
    if (pixels > rises.length) {
      here = new char[2 * pixels];
      before = new char[2 * pixels];
      rises = new short[2 * pixels];
      risesOn = new short[2 * pixels];
      isBend = new char[2 * pixels];
      bends = new int[2 * pixels];
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
}
