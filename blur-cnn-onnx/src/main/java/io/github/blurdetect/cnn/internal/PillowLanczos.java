package io.github.blurdetect.cnn.internal;

/**
 * Resizes 8-bit images with a Lanczos filter of three lobes, widened when shrinking, in Pillow's
 * fixed-point arithmetic: weights in 22 fractional bits, rows first, each pass rounded to 8 bits.
 *
 * <p>Behaves as {@code Image.resize(size, Image.LANCZOS)} of Pillow 9.4; see C. Duchon, "Lanczos
 * filtering in one and two dimensions", 1979, doi
 * 10.1175/1520-0450(1979)018&lt;1016:LFIOAT&gt;2.0.CO;2.
 */
public final class PillowLanczos {
  // |sum| <= 255 * 2^22 * (sum of |weights|); that sum is under 1.6 for three lobes, and
  // 255 * 1.6 * 2^22 < 2^31.
  private static final int PRECISION_BITS = 22;
  private static final double LOBES = 3;

  private PillowLanczos() {}

  /**
   * Resizes an interleaved image.
   *
   * @param pixels rows of {@code width * channels} bytes without gaps
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param channels bytes a pixel
   * @param newWidth columns wished, at least 1
   * @param newHeight rows wished, at least 1
   * @return rows of {@code newWidth * channels} bytes
   */
  public static byte[] resize(
      byte[] pixels, int width, int height, int channels, int newWidth, int newHeight) {
    byte[] now = pixels;
    if (newWidth != width) {
      now = horizontal(now, width, height, channels, Taps.of(width, newWidth));
    }
    if (newHeight != height) {
      now = vertical(now, newWidth * channels, Taps.of(height, newHeight));
    }
    return now == pixels ? pixels.clone() : now;
  }

  private static byte[] horizontal(byte[] in, int width, int height, int channels, Taps taps) {
    int newWidth = taps.first.length;
    byte[] out = new byte[newWidth * height * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        int[] weights = taps.weights[x];
        for (int c = 0; c < channels; c++) {
          int sum = 1 << (PRECISION_BITS - 1);
          int from = (y * width + taps.first[x]) * channels + c;
          for (int k = 0; k < weights.length; k++) {
            sum += (in[from + k * channels] & 0xFF) * weights[k];
          }
          out[(y * newWidth + x) * channels + c] = clip(sum);
        }
      }
    }
    return out;
  }

  private static byte[] vertical(byte[] in, int rowBytes, Taps taps) {
    int newHeight = taps.first.length;
    byte[] out = new byte[rowBytes * newHeight];
    int[] sums = new int[rowBytes];
    for (int y = 0; y < newHeight; y++) {
      java.util.Arrays.fill(sums, 1 << (PRECISION_BITS - 1));
      int[] weights = taps.weights[y];
      for (int k = 0; k < weights.length; k++) {
        int from = (taps.first[y] + k) * rowBytes;
        for (int i = 0; i < rowBytes; i++) {
          sums[i] += (in[from + i] & 0xFF) * weights[k];
        }
      }
      for (int i = 0; i < rowBytes; i++) {
        out[y * rowBytes + i] = clip(sums[i]);
      }
    }
    return out;
  }

  private static byte clip(int sum) {
    return (byte) Math.max(0, Math.min(255, sum >> PRECISION_BITS));
  }

  /** For each output position, its first input position and the weights from there on. */
  private record Taps(int[] first, int[][] weights) {

    static Taps of(int size, int newSize) {
      double scale = (double) size / newSize;
      double widened = Math.max(scale, 1);
      double support = LOBES * widened;
      int[] first = new int[newSize];
      int[][] weights = new int[newSize][];
      for (int i = 0; i < newSize; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (center - support + 0.5));
        int end = Math.min(size, (int) (center + support + 0.5));
        weights[i] = weights(first[i], end, center, widened);
      }
      return new Taps(first, weights);
    }

    private static int[] weights(int first, int end, double center, double widened) {
      double[] exact = new double[end - first];
      double sum = 0;
      for (int k = 0; k < exact.length; k++) {
        exact[k] = lanczos((k + first - center + 0.5) / widened);
        sum += exact[k];
      }
      int[] fixed = new int[exact.length];
      for (int k = 0; k < fixed.length; k++) {
        double value = exact[k] / sum * (1 << PRECISION_BITS);
        fixed[k] = (int) (value < 0 ? value - 0.5 : value + 0.5);
      }
      return fixed;
    }

    private static double lanczos(double x) {
      return Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
    }

    private static double sinc(double x) {
      double angle = x * Math.PI;
      return x == 0 ? 1 : Math.sin(angle) / angle;
    }
  }
}
