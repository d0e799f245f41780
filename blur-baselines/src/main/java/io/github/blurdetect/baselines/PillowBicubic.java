package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;

/**
 * Resizes as Pillow's {@code Image.resize} does unless told otherwise: Keys' cubic kernel with a =
 * -0.5, widened by the reduction, horizontally and then vertically, each pass rounded to 8 bits,
 * weights in 22-bit fixed point.
 */
final class PillowBicubic {
  private static final int BITS = 22;
  private static final double SUPPORT = 2;
  private static final double A = -0.5;

  private PillowBicubic() {}

  /** Returns a picture of the same layout without gaps between rows. */
  static BlurImage resize(BlurImage in, int width, int height) {
    int channels = in.layout().channels();
    Taps across = Taps.of(in.width(), width);
    byte[] rows = new byte[Math.multiplyExact(width * channels, in.height())];
    for (int y = 0, out = 0; y < in.height(); y++) {
      for (int x = 0; x < width; x++) {
        int from = y * in.stride() + across.first[x] * channels;
        for (int c = 0; c < channels; c++) {
          rows[out++] = sum(in.pixels(), from + c, channels, across.weight[x]);
        }
      }
    }
    Taps down = Taps.of(in.height(), height);
    int rowBytes = width * channels;
    byte[] pixels = new byte[rowBytes * height];
    for (int y = 0, out = 0; y < height; y++) {
      for (int x = 0; x < rowBytes; x++) {
        pixels[out++] = sum(rows, down.first[y] * rowBytes + x, rowBytes, down.weight[y]);
      }
    }
    return BlurImage.of(pixels, width, height, rowBytes, in.layout());
  }

  private static byte sum(byte[] samples, int from, int step, int[] weight) {
    int sum = 1 << BITS - 1;
    for (int k = 0, at = from; k < weight.length; k++, at += step) {
      sum += weight[k] * (samples[at] & 0xFF);
    }
    return (byte) Math.max(0, Math.min(255, sum >> BITS));
  }

  /** The first source position and the weights of every output position. */
  private record Taps(int[] first, int[][] weight) {

    static Taps of(int from, int to) {
      Taps taps = new Taps(new int[to], new int[to][]);
      double scale = (double) from / to;
      double stretch = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        int start = Math.max(0, (int) (center - SUPPORT * stretch + 0.5));
        int end = Math.min(from, (int) (center + SUPPORT * stretch + 0.5));
        taps.first[i] = start;
        taps.weight[i] = weights(start, end, center, stretch);
      }
      return taps;
    }

    private static int[] weights(int start, int end, double center, double stretch) {
      double[] exact = new double[end - start];
      double total = 0;
      for (int k = 0; k < exact.length; k++) {
        exact[k] = cubic(Math.abs((start + k - center + 0.5) / stretch));
        total += exact[k];
      }
      int[] fixed = new int[exact.length];
      for (int k = 0; k < fixed.length; k++) {
        double scaled = exact[k] / total * (1 << BITS);
        fixed[k] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      }
      return fixed;
    }

    private static double cubic(double x) {
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
    }
  }
}
