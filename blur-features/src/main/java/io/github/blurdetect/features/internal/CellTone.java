package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Histogram measures of a cell.
 *
 * @param low 3rd percentile of brightness
 * @param high 95th percentile
 * @param greyShare share of pixels between a quarter and three quarters of that range
 * @param inkShare share of pixels below the middle of it
 * @param edge75 75th percentile of the gradient, grey levels per pixel (central differences)
 * @param edge90 90th percentile
 * @param edge98 98th percentile
 */
record CellTone(
    int low,
    int high,
    double greyShare,
    double inkShare,
    double edge75,
    double edge90,
    double edge98) {
  private static final int STEEPEST = 360; // the root of 2 * 255^2

  /** Square roots of 0 to 2 * 255^2, rounded down. */
  private static final short[] ROOTS = roots();

  private static short[] roots() {
    short[] roots = new short[2 * 255 * 255 + 1];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (short) Math.sqrt(i);
    }
    return roots;
  }

  static CellTone of(LumaPlane plane, Window window) {
    int[] tones = new int[256];
    int[] slopes = new int[STEEPEST + 1];
    int[] otherTones = new int[256]; // Every other pixel's: increments of one bin wait.
    int[] otherSlopes = new int[STEEPEST + 1];
    byte[] data = plane.data();
    int stride = plane.stride();
    for (int y = window.top(); y < window.bottom(); y++) {
      int i = y * stride + window.left();
      int end = y * stride + window.right();
      for (; i < end - 1; i += 2) {
        tones[data[i] & 0xFF]++;
        slopes[slope(data, i, stride)]++;
        otherTones[data[i + 1] & 0xFF]++;
        otherSlopes[slope(data, i + 1, stride)]++;
      }
      if (i < end) {
        tones[data[i] & 0xFF]++;
        slopes[slope(data, i, stride)]++;
      }
    }
    add(otherTones, tones);
    add(otherSlopes, slopes);
    int count = Math.max(1, window.pixels());
    int low = percentile(tones, count, 0.03);
    int high = percentile(tones, count, 0.95);
    return new CellTone(
        low,
        high,
        between(tones, low + 0.25 * (high - low), low + 0.75 * (high - low)) / (double) count,
        between(tones, -1, low + 0.5 * (high - low)) / (double) count,
        percentile(slopes, count, 0.75) / 2.0,
        percentile(slopes, count, 0.9) / 2.0,
        percentile(slopes, count, 0.98) / 2.0);
  }

  private static int slope(byte[] data, int i, int stride) {
    int gx = (data[i + 1] & 0xFF) - (data[i - 1] & 0xFF);
    int gy = (data[i + stride] & 0xFF) - (data[i - stride] & 0xFF);
    return ROOTS[gx * gx + gy * gy];
  }

  private static void add(int[] some, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += some[i];
    }
  }

  private static int percentile(int[] histogram, int count, double share) {
    int sum = 0;
    for (int value = 0; value < histogram.length; value++) {
      sum += histogram[value];
      if (sum > share * count) {
        return value;
      }
    }
    return 0;
  }

  private static int between(int[] histogram, double above, double below) {
    int sum = 0;
    for (int value = 0; value < histogram.length; value++) {
      sum += value > above && value < below ? histogram[value] : 0;
    }
    return sum;
  }
}
