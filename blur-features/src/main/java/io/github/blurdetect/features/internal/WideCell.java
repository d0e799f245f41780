package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * A cell's window and the pixels around it, widened to 16 bits, rows end to end: loops run over all
 * of them at once, those between one row's window and the next's included, instead of over short
 * rows. For one thread.
 */
final class WideCell {
  /** Pixels on each side of the window. */
  static final int AROUND = 2;

  private byte[] gathered = new byte[0];
  private WideRow wide = new WideRow(0);
  private int width;
  private int height;

  /**
   * Takes a cell.
   *
   * @param plane whose borders are repeated
   * @param window a pixel or more away from the plane's borders, or empty
   */
  void take(LumaPlane plane, Window window) {
    boolean empty = window.pixels() == 0;
    width = empty ? 0 : window.right() - window.left();
    height = empty ? 0 : window.bottom() - window.top();
    makeRoom(pixelCount());
    for (int row = 0; row < height + 2 * AROUND && !empty; row++) {
      int y = Math.max(0, Math.min(plane.height() - 1, window.top() - AROUND + row));
      gather(plane, window.left() - AROUND, y, row * pitch());
    }
    wide.take(gathered, 0, pixelCount());
  }

  private void gather(LumaPlane plane, int left, int y, int to) {
    int beyond = Math.max(0, -left);
    int right = left + pitch();
    int count = Math.min(plane.width(), right) - left - beyond;
    System.arraycopy(
        plane.data(), y * plane.stride() + left + beyond, gathered, to + beyond, count);
    if (beyond > 0) {
      gathered[to] = gathered[to + 1];
    }
    if (right > plane.width()) {
      gathered[to + pitch() - 1] = gathered[to + pitch() - 2];
    }
  }

  private void makeRoom(int pixels) {
    if (pixels > gathered.length) {
      gathered = new byte[2 * pixels];
      wide = new WideRow(2 * pixels);
    }
  }

  /** Returns the window's columns; 0 where it is empty. */
  int width() {
    return width;
  }

  /** Returns the window's rows; 0 where it is empty. */
  int height() {
    return height;
  }

  /** Returns the distance from a pixel to the one below. */
  int pitch() {
    return width + 2 * AROUND;
  }

  /** Returns the pixels with those around; good until the next cell. */
  char[] pixels() {
    return wide.pixels();
  }

  /** Returns where the window's first pixel is. */
  int first() {
    return AROUND * pitch() + AROUND;
  }

  /** Returns how many pixels there are with those around. */
  int pixelCount() {
    return pitch() * (height + 2 * AROUND);
  }

  /** Returns how many pixels it is from the first of the window to the last, 0 without any. */
  int span() {
    return height == 0 ? 0 : (height - 1) * pitch() + width;
  }
}
