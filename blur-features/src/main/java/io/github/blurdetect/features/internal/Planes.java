package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;

/** Small operations on whole planes. */
public final class Planes {

  private Planes() {}

  /**
   * Smooths with the binomial kernel (1 2 1) in both directions, divided by 16 and rounded; borders
   * are repeated.
   *
   * @param in the plane
   * @return a new plane without gaps between rows
   */
  public static LumaPlane smooth(LumaPlane in) {
    int width = in.width();
    int height = in.height();
    byte[] out = new byte[width * height];
    Smoothing.rectangle(in, 0, 0, width, height, out);
    return new LumaPlane(out, width, height, width);
  }

  /**
   * Estimates the standard deviation of white noise from the median of |N|, where N is Immerkaer's
   * kernel (1 -2 1) x (1 -2 1), which plain edges and slopes leave at zero; the median leaves out
   * print as long as it covers less than half of the plane (Immerkaer, 1996,
   * doi:10.1006/cviu.1996.0060; median as in Donoho, 1994, doi:10.1093/biomet/81.3.425).
   *
   * @param in the plane
   * @return grey levels; 0 where a side is under 3
   */
  public static double noiseSigma(LumaPlane in) {
    int[] histogram = new int[8 * 255 + 1];
    byte[] data = in.data();
    int count = 0;
    for (int y = 1; y < in.height() - 1; y++) {
      int row = y * in.stride();
      int up = row - in.stride();
      int down = row + in.stride();
      for (int x = 1; x < in.width() - 1; x++) {
        int value = corner(data, up + x) + corner(data, down + x) - 2 * corner(data, row + x);
        histogram[Math.abs(value)]++;
        count++;
      }
    }
    return count == 0 ? 0 : median(histogram, count) / (0.6745 * 6);
  }

  private static int corner(byte[] data, int i) {
    return (data[i - 1] & 0xFF) - 2 * (data[i] & 0xFF) + (data[i + 1] & 0xFF);
  }

  /**
   * Returns a low percentile of the standard deviations of 8 x 8 blocks: what remains where there
   * is nothing to see, noise that compression has smeared included.
   *
   * @param in the plane
   * @param share of the blocks that lie below, in [0, 1]
   * @return grey levels; 0 where a side is under 8
   */
  static double quietDeviation(LumaPlane in, double share) {
    int columns = in.width() / 8;
    int rows = in.height() / 8;
    double[] deviation = new double[columns * rows];
    for (int i = 0; i < deviation.length; i++) {
      int start = (i / columns * in.stride() + i % columns) * 8;
      int sum = 0;
      int squares = 0;
      for (int k = 0; k < 64; k++) {
        int value = in.data()[start + (k >> 3) * in.stride() + (k & 7)] & 0xFF;
        sum += value;
        squares += value * value;
      }
      deviation[i] = Math.sqrt(64.0 * squares - (double) sum * sum) / 64;
    }
    java.util.Arrays.sort(deviation);
    return deviation.length == 0 ? 0 : deviation[(int) (share * (deviation.length - 1))];
  }

  /**
   * Returns a low percentile of the gradient energies of 8 x 8 blocks, as {@link #quietDeviation}
   * does of deviations.
   *
   * @param in the plane
   * @param share of the blocks that lie below, in [0, 1]
   * @return mean squared difference between neighbours, grey levels squared; 0 where a side is
   *     under 9
   */
  static double quietEnergy(LumaPlane in, double share) {
    int[] energies = QuietBlocks.energies(in);
    int rank = (int) (share * (energies.length - 1));
    return energies.length == 0 ? 0 : QuietBlocks.ofRank(energies, rank) / 128.0;
  }

  /** The median of counted integers, interpolated inside the bin so that it is not a step. */
  static double median(int[] histogram, int count) {
    double half = count / 2.0;
    double below = 0;
    for (int value = 0; value < histogram.length; value++) {
      if (below + histogram[value] >= half) {
        double inside = (half - below) / histogram[value];
        return value == 0 ? inside * 0.5 : value - 0.5 + inside;
      }
      below += histogram[value];
    }
    return histogram.length - 1;
  }
}
