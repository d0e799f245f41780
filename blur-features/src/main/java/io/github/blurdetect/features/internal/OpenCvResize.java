package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Resizes 8-bit planes as OpenCV 4.6 does: no antialiasing, pixel centres at half integers, borders
 * replicated, weights in 11-bit fixed point.
 *
 * <p>Cubic sums fit an int: for a = -0.75 the absolute weights of the four taps add up to at most
 * 1.375, in fixed point 2816, and 255 * 2816 * 2816 + 2^21 &lt; 2^31.
 */
public final class OpenCvResize {
  private static final int BITS = 11;
  private static final double CUBIC_A = -0.75;

  private OpenCvResize() {}

  /**
   * Resizes with {@code INTER_CUBIC} (Keys' kernel with a = -0.75).
   *
   * @param in the plane
   * @param width wanted width, at least 1
   * @param height wanted height, at least 1
   * @return {@code width * height} bytes
   */
  public static byte[] cubic(LumaPlane in, int width, int height) {
    Taps across = Taps.cubic(in.width(), width);
    Taps down = Taps.cubic(in.height(), height);
    int[] rows = widen(in, across);
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 1 << (2 * BITS - 1);
        for (int k = 4 * y; k < 4 * y + 4; k++) {
          sum += down.weight[k] * rows[down.index[k] * width + x];
        }
        out[y * width + x] = (byte) Math.max(0, Math.min(255, sum >> (2 * BITS)));
      }
    }
    return out;
  }

  /**
   * Resizes with {@code INTER_LINEAR}.
   *
   * @param in the plane
   * @param width wanted width, at least 1
   * @param height wanted height, at least 1
   * @return {@code width * height} bytes
   */
  public static byte[] linear(LumaPlane in, int width, int height) {
    Taps across = Taps.linear(in.width(), width);
    Taps down = Taps.linear(in.height(), height);
    int[] rows = widen(in, across);
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int upper = down.index[2 * y] * width;
      int lower = down.index[2 * y + 1] * width;
      for (int x = 0; x < width; x++) {
        int a = (down.weight[2 * y] * (rows[upper + x] >> 4)) >> 16;
        int b = (down.weight[2 * y + 1] * (rows[lower + x] >> 4)) >> 16;
        out[y * width + x] = (byte) Math.min(255, (a + b + 2) >> 2);
      }
    }
    return out;
  }

  /** Applies the horizontal weights; only rows of the source are made, in their own height. */
  private static int[] widen(LumaPlane in, Taps taps) {
    int width = taps.index.length / taps.count;
    int[] rows = new int[Math.multiplyExact(width, in.height())];
    byte[] data = in.data();
    for (int y = 0; y < in.height(); y++) {
      int start = y * in.stride();
      for (int x = 0, k = 0; x < width; x++) {
        int sum = 0;
        for (int end = k + taps.count; k < end; k++) {
          sum += taps.weight[k] * (data[start + taps.index[k]] & 0xFF);
        }
        rows[y * width + x] = sum;
      }
    }
    return rows;
  }

  /** Source positions, clamped to the image, and weights of every output position. */
  private record Taps(int count, int[] index, int[] weight) {

    static Taps cubic(int from, int to) {
      Taps taps = new Taps(4, new int[4 * to], new int[4 * to]);
      double scale = (double) from / to;
      for (int i = 0; i < to; i++) {
        float position = (float) ((i + 0.5) * scale - 0.5);
        int base = (int) Math.floor(position);
        float[] weight = cubicWeights(position - base);
        for (int k = 0; k < 4; k++) {
          taps.index[4 * i + k] = Math.max(0, Math.min(from - 1, base - 1 + k));
          taps.weight[4 * i + k] = (int) Math.rint((double) weight[k] * (1 << BITS));
        }
      }
      return taps;
    }

    static Taps linear(int from, int to) {
      Taps taps = new Taps(2, new int[2 * to], new int[2 * to]);
      double scale = (double) from / to;
      for (int i = 0; i < to; i++) {
        float position = (float) ((i + 0.5) * scale - 0.5);
        int base = (int) Math.floor(position);
        float fraction = position - base;
        if (base < 0 || base >= from - 1) {
          base = base < 0 ? 0 : from - 1;
          fraction = 0;
        }
        taps.index[2 * i] = base;
        taps.index[2 * i + 1] = Math.min(from - 1, base + 1);
        taps.weight[2 * i] = (int) Math.rint((1.0 - fraction) * (1 << BITS));
        taps.weight[2 * i + 1] = (int) Math.rint((double) fraction * (1 << BITS));
      }
      return taps;
    }

    private static float[] cubicWeights(float x) {
      float a = (float) CUBIC_A;
      float[] w = new float[4];
      w[0] = ((a * (x + 1) - 5 * a) * (x + 1) + 8 * a) * (x + 1) - 4 * a;
      w[1] = ((a + 2) * x - (a + 3)) * x * x + 1;
      w[2] = ((a + 2) * (1 - x) - (a + 3)) * (1 - x) * (1 - x) + 1;
      w[3] = 1f - w[0] - w[1] - w[2];
      return w;
    }
  }
}
