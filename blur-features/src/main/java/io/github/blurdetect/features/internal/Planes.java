package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.List;

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
    return new LumaPlane(PlaneSmoothing.of(in), in.width(), in.height(), in.width());
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
    int count = Math.max(0, in.width() - 2) * Math.max(0, in.height() - 2);
    return count == 0 ? 0 : median(NoiseHistogram.of(in), count) / (0.6745 * 6);
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
    int[] variances = BlockVariances.of(in);
    int rank = (int) (share * (variances.length - 1));
    return variances.length == 0
        ? 0
        : Math.sqrt(QuietBlocks.ofRank(variances, rank, BlockVariances.BITS)) / 64;
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
