package io.github.blurdetect.cnn;

import io.github.blurdetect.api.LumaPlane;

/** Cuts squares out of a brightness plane and shrinks them by averaging. */
public final class TileCutter {
  private TileCutter() {}

  /**
   * Cuts a square; beyond the plane's borders the nearest pixel is repeated.
   *
   * @param luma the plane
   * @param left first column, may lie outside
   * @param top first row, may lie outside
   * @param side columns and rows of the result, at least 1
   * @param factor pixels of the plane a pixel of the result on each side: 1, 2, 4, ...
   * @param out where the rows go
   * @param offset of the first byte
   */
  public static void cut(
      LumaPlane luma, int left, int top, int side, int factor, byte[] out, int offset) {
    boolean inside =
        left >= 0
            && top >= 0
            && left + side * factor <= luma.width()
            && top + side * factor <= luma.height();
    for (int y = 0; y < side; y++) {
      int to = offset + y * side;
      if (inside && factor == 1) {
        System.arraycopy(luma.data(), (top + y) * luma.stride() + left, out, to, side);
      } else if (inside) {
        average(luma, left, top + y * factor, side, factor, out, to);
      } else {
        averageClamped(luma, left, top + y * factor, side, factor, out, to);
      }
    }
  }

  private static void average(
      LumaPlane luma, int left, int top, int side, int factor, byte[] out, int to) {
    int count = factor * factor;
    byte[] data = luma.data();
    for (int x = 0; x < side; x++) {
      int sum = count / 2;
      int from = top * luma.stride() + left + x * factor;
      for (int dy = 0; dy < factor; dy++, from += luma.stride()) {
        for (int dx = 0; dx < factor; dx++) {
          sum += data[from + dx] & 0xFF;
        }
      }
      out[to + x] = (byte) (sum / count);
    }
  }

  private static void averageClamped(
      LumaPlane luma, int left, int top, int side, int factor, byte[] out, int to) {
    int count = factor * factor;
    for (int x = 0; x < side; x++) {
      int sum = count / 2;
      for (int dy = 0; dy < factor; dy++) {
        int row = Math.max(0, Math.min(luma.height() - 1, top + dy));
        for (int dx = 0; dx < factor; dx++) {
          int column = Math.max(0, Math.min(luma.width() - 1, left + x * factor + dx));
          sum += luma.data()[row * luma.stride() + column] & 0xFF;
        }
      }
      out[to + x] = (byte) (sum / count);
    }
  }
}
