package io.github.blurdetect.features.internal;

/**
 * A cell's box on a shrunken plane, kept one pixel away from its borders where there is room; it is
 * empty on planes too small.
 *
 * @param left first column
 * @param top first row
 * @param right one past the last column
 * @param bottom one past the last row
 */
record Window(int left, int top, int right, int bottom) {

  static Window of(TextCell cell, int level, int width, int height) {
    int round = (1 << level) - 1;
    return new Window(
        Math.max(1, cell.left() >> level),
        Math.max(1, cell.top() >> level),
        Math.min(width - 1, (cell.right() + round) >> level),
        Math.min(height - 1, (cell.bottom() + round) >> level));
  }

  Window moved(int right, int down) {
    return new Window(left + right, top + down, this.right + right, bottom + down);
  }

  int pixels() {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }
}
