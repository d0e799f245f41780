package io.github.blurdetect.stacking.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * How often photos of a predicted probability really are blurred, in bins of equal width.
 *
 * <p>Source: Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian
 * binning, 2015 (expected calibration error).
 *
 * @param bins the bins that hold a photo, rising
 */
public record CalibrationCurve(List<Bin> bins) {

  /**
   * One bin.
   *
   * @param count photos in it, at least 1
   * @param meanPredicted mean predicted probability
   * @param shareBlurred share of them that are blurred
   */
  public record Bin(int count, double meanPredicted, double shareBlurred) {}

  /** Copies the list. */
  public CalibrationCurve {
    bins = List.copyOf(bins);
  }

  /**
   * Bins predictions.
   *
   * @param predicted in [0, 1], one a photo
   * @param blurred one label a photo
   * @param count bins of equal width over [0, 1], at least 1
   * @return the curve
   * @throws IllegalArgumentException if the lengths differ or count is under 1
   */
  public static CalibrationCurve of(double[] predicted, boolean[] blurred, int count) {
    if (predicted.length != blurred.length || count < 1) {
      throw new IllegalArgumentException(
          "found %d predictions, %d labels, %d bins, expected as many and at least one bin"
              .formatted(predicted.length, blurred.length, count));
    }
    int[] photos = new int[count];
    double[] sum = new double[count];
    int[] positive = new int[count];
    for (int i = 0; i < predicted.length; i++) {
      int bin = Math.min(count - 1, (int) (predicted[i] * count));
      photos[bin]++;
      sum[bin] += predicted[i];
      positive[bin] += blurred[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < count; bin++) {
      if (photos[bin] > 0) {
        bins.add(
            new Bin(photos[bin], sum[bin] / photos[bin], (double) positive[bin] / photos[bin]));
      }
    }
    return new CalibrationCurve(bins);
  }

  /**
   * Returns the expected calibration error: the mean over all photos of the distance between their
   * bin's predicted and true share.
   *
   * @return in [0, 1], 0 = calibrated; 0 without photos
   */
  public double expectedError() {
    double photos = bins.stream().mapToInt(Bin::count).sum();
    return bins.stream()
        .mapToDouble(
            bin -> bin.count() / photos * Math.abs(bin.meanPredicted() - bin.shareBlurred()))
        .sum();
  }
}
