package io.github.blurdetect.dataset.simulate.internal;

/**
 * Separable resizing with the Catmull-Rom cubic (B = 0, C = 1/2; D. Mitchell and A. Netravali,
 * Reconstruction filters in computer graphics, 1988, doi:10.1145/378456.378514), stretched by the
 * factor of reduction so that shrinking does not alias. Pixel centres lie at half-integers.
 */
public final class Resampler {

  private Resampler() {}

  /**
   * Resizes.
   *
   * @param in not changed
   * @param width new width, at least 1
   * @param height new height, at least 1
   * @return new planes, values clamped to at least 0, or {@code in} where the size is the same
   */
  public static Planes resize(Planes in, int width, int height) {
    if (width == in.width() && height == in.height()) {
      return in;
    }
    Planes out = new Planes(width, height, in.count());
    Taps across = new Taps(in.width(), width);
    Taps down = new Taps(in.height(), height);
    for (int c = 0; c < in.count(); c++) {
      float[][] narrow = new float[in.height()][width];
      for (int y = 0; y < in.height(); y++) {
        across.gather(in.plane(c)[y], narrow[y]);
      }
      for (int y = 0; y < height; y++) {
        down.blend(narrow, y, out.plane(c)[y]);
      }
    }
    return out;
  }

  private static double cubic(double x) {
    double a = Math.abs(x);
    if (a < 1) {
      return (1.5 * a - 2.5) * a * a + 1;
    }
    return a < 2 ? ((-0.5 * a + 2.5) * a - 4) * a + 2 : 0;
  }

  /** Which inputs each output takes, and how much of each. */
  private static final class Taps {
    final int[][] index;
    final float[][] weight;

    Taps(int from, int to) {
      double step = (double) from / to;
      double stretch = Math.max(1, step);
      index = new int[to][];
      weight = new float[to][];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * step - 0.5;
        int first = (int) Math.ceil(centre - 2 * stretch);
        int last = (int) Math.floor(centre + 2 * stretch);
        index[i] = new int[last - first + 1];
        weight[i] = new float[last - first + 1];
        double sum = 0;
        for (int k = first; k <= last; k++) {
          sum += cubic((k - centre) / stretch);
        }
        for (int k = first; k <= last; k++) {
          index[i][k - first] = Math.max(0, Math.min(from - 1, k));
          weight[i][k - first] = (float) (cubic((k - centre) / stretch) / sum);
        }
      }
    }

    void gather(float[] in, float[] out) {
      for (int x = 0; x < out.length; x++) {
        float sum = 0;
        int[] at = index[x];
        float[] w = weight[x];
        for (int k = 0; k < at.length; k++) {
          sum += w[k] * in[at[k]];
        }
        out[x] = sum;
      }
    }

    void blend(float[][] in, int y, float[] out) {
      for (int k = 0; k < index[y].length; k++) {
        float w = weight[y][k];
        float[] row = in[index[y][k]];
        for (int x = 0; x < out.length; x++) {
          out[x] += w * row[x];
        }
      }
      for (int x = 0; x < out.length; x++) {
        out[x] = Math.max(0, out[x]);
      }
    }
  }
}
