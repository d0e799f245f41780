package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/**
 * Resizes 8-bit planes as Pillow 9.4's {@code Image.LANCZOS} does: a Lanczos kernel of three lobes,
 * widened by the reduction so that nothing aliases, horizontally and then vertically, each pass
 * rounded to 8 bits, weights in 22-bit fixed point.
 *
 * <p>A sum cannot overflow: the absolute weights of a row add up to less than 2, and 255 * 2 * 2^22
 * &lt; 2^31.
 */
public final class LanczosResize {
  private static final int BITS = 22;
  private static final double LOBES = 3;

  private LanczosResize() {}

  /**
   * Resizes a plane.
   *
   * @param in the plane
   * @param width wanted width, at least 1
   * @param height wanted height, at least 1
   * @return {@code width * height} bytes
   */
  public static byte[] resize(LumaPlane in, int width, int height) {
    Taps across = Taps.of(in.width(), width);
    Taps down = Taps.of(in.height(), height);
    return lower(widen(in, across), across.size(), down);
  }

  private static byte[] widen(LumaPlane in, Taps taps) {
    int width = taps.size();
    byte[] out = new byte[Math.multiplyExact(width, in.height())];
    byte[] data = in.data();
    for (int y = 0; y < in.height(); y++) {
      int start = y * in.stride();
      for (int x = 0; x < width; x++) {
        int sum = 1 << (BITS - 1);
        int[] weight = taps.weight[x];
        int first = start + taps.first[x];
        for (int k = 0; k < weight.length; k++) {
          sum += weight[k] * (data[first + k] & 0xFF);
        }
        out[y * width + x] = clamp(sum);
      }
    }
    return out;
  }

  private static byte[] lower(byte[] in, int width, Taps taps) {
    byte[] out = new byte[width * taps.size()];
    int[] sums = new int[width];
    for (int y = 0; y < taps.size(); y++) {
      java.util.Arrays.fill(sums, 1 << (BITS - 1));
      int[] weight = taps.weight[y];
      for (int k = 0; k < weight.length; k++) {
        int start = (taps.first[y] + k) * width;
        for (int x = 0; x < width; x++) {
          sums[x] += weight[k] * (in[start + x] & 0xFF);
        }
      }
      for (int x = 0; x < width; x++) {
        out[y * width + x] = clamp(sums[x]);
      }
    }
    return out;
  }

  private static byte clamp(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> BITS));
  }

  /** The first source position and the weights of every output position. */
  private record Taps(int[] first, int[][] weight) {

    static Taps of(int from, int to) {
      Taps taps = new Taps(new int[to], new int[to][]);
      double scale = (double) from / to;
      double stretch = Math.max(1, scale);
      double support = LOBES * stretch;
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        int first = Math.max(0, (int) (center - support + 0.5));
        int end = Math.min(from, (int) (center + support + 0.5));
        double[] weight = new double[end - first];
        double total = 0;
        for (int k = 0; k < weight.length; k++) {
          weight[k] = lanczos((k + first - center + 0.5) / stretch);
          total += weight[k];
        }
        taps.first[i] = first;
        taps.weight[i] = toFixed(weight, total);
      }
      return taps;
    }

    int size() {
      return first.length;
    }

    private static int[] toFixed(double[] weight, double total) {
      int[] fixed = new int[weight.length];
      for (int k = 0; k < fixed.length; k++) {
        double scaled = weight[k] / total * (1 << BITS);
        fixed[k] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      }
      return fixed;
    }

    private static double lanczos(double x) {
      return x > -LOBES && x < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
    }

    private static double sinc(double x) {
      return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
  }
}
