package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/** Mean squared differences between neighbouring pixels of a cell, in four directions. */
final class CellEnergies {

  private CellEnergies() {}

  /**
   * Measures a window.
   *
   * @return energy along the line, across it, along the falling and along the rising diagonal, grey
   *     levels squared; zeros where the window is empty
   */
  static double[] of(LumaPlane plane, Window window, boolean vertical) {
    byte[] data = plane.data();
    int stride = plane.stride();
    long right = 0;
    long down = 0;
    long falling = 0;
    long rising = 0;
    for (int y = window.top(); y < window.bottom(); y++) {
      int i = y * stride + window.left();
      for (int end = y * stride + window.right(); i < end; i++) {
        int here = data[i] & 0xFF;
        int dx = (data[i + 1] & 0xFF) - here;
        int dy = (data[i + stride] & 0xFF) - here;
        int df = (data[i + stride + 1] & 0xFF) - here;
        int dr = (data[i - stride + 1] & 0xFF) - here;
        right += dx * dx;
        down += dy * dy;
        falling += df * df;
        rising += dr * dr;
      }
    }
    double count = Math.max(1, window.pixels());
    return new double[] {
      (vertical ? down : right) / count,
      (vertical ? right : down) / count,
      falling / count,
      rising / count
    };
  }
}
