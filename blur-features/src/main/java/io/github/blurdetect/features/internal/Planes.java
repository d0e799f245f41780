package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.List;

/** Small operations on whole planes. */
public final class Planes {

  private static final int VARIANCE_BITS = 28;

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
    int[] other = new int[histogram.length]; // Every other pixel's: increments of one bin wait.
    byte[] data = in.data();
    int inner = in.width() - 2;
    for (int y = 1; y < in.height() - 1 && inner > 0; y++) {
      int row = y * in.stride();
      int up = row - in.stride();
      int down = row + in.stride();
      int left = column(data, up, row, down);
      int here = column(data, up + 1, row + 1, down + 1);
      int x = 2;
      for (; x < inner + 1; x += 2) {
        int right = column(data, up + x, row + x, down + x);
        histogram[Math.abs(left - 2 * here + right)]++;
        left = here;
        here = right;
        right = column(data, up + x + 1, row + x + 1, down + x + 1);
        other[Math.abs(left - 2 * here + right)]++;
        left = here;
        here = right;
      }
      if (x == inner + 1) {
        histogram[Math.abs(left - 2 * here + column(data, up + x, row + x, down + x))]++;
      }
    }
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] += other[i];
    }
    int count = Math.max(0, inner) * Math.max(0, in.height() - 2);
    return count == 0 ? 0 : median(histogram, count) / (0.6745 * 6);
  }

  private static int column(byte[] data, int up, int row, int down) {
    return (data[up] & 0xFF) - 2 * (data[row] & 0xFF) + (data[down] & 0xFF);
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
    int[] variances = new int[columns * rows]; // times 64 squared, at most 64^2 * 127.5^2
    for (int i = 0; i < variances.length; i++) {
      variances[i] =
          variance(in.data(), (i / columns * in.stride() + i % columns) * 8, in.stride());
    }
    int rank = (int) (share * (variances.length - 1));
    return variances.length == 0
        ? 0
        : Math.sqrt(QuietBlocks.ofRank(variances, rank, VARIANCE_BITS)) / 64;
  }

  private static int variance(byte[] data, int start, int stride) {
    int sum = 0;
    int squares = 0;
    for (int row = start; row < start + 8 * stride; row += stride) {
      for (int i = row; i < row + 8; i++) {
        int value = data[i] & 0xFF;
        sum += value;
        squares += value * value;
      }
    }
    return 64 * squares - sum * sum; // either at most 64^2 * 255^2, under 2^28
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
    return quietEnergy(List.of(in), share);
  }

  /** Returns the same of the blocks of several planes together: parts of one. */
  static double quietEnergy(List<LumaPlane> parts, double share) {
    int[] energies = QuietBlocks.energies(parts);
    int rank = (int) (share * (energies.length - 1));
    return energies.length == 0
        ? 0
        : QuietBlocks.ofRank(energies, rank, QuietBlocks.ENERGY_BITS) / 128.0;
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
