package io.github.blurdetect.features.internal;

/**
 * A cell smoothed with the binomial kernel (1 2 1) in both directions, divided by 16 and rounded,
 * and its gradients. Rows lie end to end as in {@link WideCell}. For one thread.
 */
final class SmoothCell {
  private static final int HALF = 8;

  private char[] pixels = new char[0];
  private char[] squares = pixels;
  private char[] oneOn = pixels;
  private char[] twoOn = pixels;
  private short[] some = new short[0];
  private short[] others = some;
  private short[] more = some;
  private int width;
  private int height;

  /** Smooths a cell. */
  void take(WideCell cell) {
    width = cell.width();
    height = cell.height();
    makeRoom(cell.pixelCount());
    if (height > 0) {
      smooth(cell.pixels(), cell.pixelCount());
      takeGradients(span());
    }
  }

  /** Sums are at most 16 * 255 + 8. */
  private void smooth(char[] raw, int count) {
    int inner = count - 2 * pitch();
    System.arraycopy(raw, pitch(), oneOn, 0, inner);
    System.arraycopy(raw, 2 * pitch(), twoOn, 0, inner);
    WideMath.addBinomially(raw, oneOn, twoOn, some, inner);
    System.arraycopy(some, 1, others, 0, inner - 1);
    System.arraycopy(some, 2, more, 0, inner - 2);
    WideMath.addBinomially(some, others, more, HALF, pixels, inner - 2);
    WideMath.shiftRight(pixels, 4, inner - 2);
  }

  /**
   * Central differences of a smoothed plane are at most 0.902 * 255 in any direction, and rounding
   * adds the root of 2 at most: squared they stay under 2^16.
   */
  private void takeGradients(int count) {
    subtract(first() + 1, first() - 1, some, count);
    subtract(first() + pitch(), first() - pitch(), others, count);
    WideMath.addSquares(some, others, squares, count);
  }

  private void subtract(int to, int from, short[] out, int count) {
    System.arraycopy(pixels, to, oneOn, 0, count);
    System.arraycopy(pixels, from, twoOn, 0, count);
    WideRow.subtract(oneOn, twoOn, out, count);
  }

  private void makeRoom(int count) {
    if (count > pixels.length) {
      int room = 2 * count;
      pixels = new char[room];
      squares = new char[room];
      oneOn = new char[room];
      twoOn = new char[room];
      some = new short[room];
      others = new short[room];
      more = new short[room];
    }
  }

  /** Returns the columns. */
  int width() {
    return width;
  }

  /** Returns the rows. */
  int height() {
    return height;
  }

  /** Returns the distance from a pixel to the one below. */
  int pitch() {
    return width + 2 * WideCell.AROUND;
  }

  /** Returns how many pixels it is from the first of the window to the last, 0 without any. */
  int span() {
    return height == 0 ? 0 : (height - 1) * pitch() + width;
  }

  /** Returns where the window's first pixel is. */
  int first() {
    return pitch() + 1;
  }

  /** Returns the smoothed pixels, good until the next cell. */
  char[] pixels() {
    return pixels;
  }

  /** Returns squared central differences, those of the first pixel at 0; good as long. */
  char[] squaredGradients() {
    return squares;
  }
}
