package io.github.blurdetect.features;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.kernel.FocusKernels;
import io.github.blurdetect.features.kernel.FocusSums;

/**
 * The classical gradient-based focus measures of a whole plane, in one pass; higher is sharper.
 *
 * <p>Brightness is taken as 0 to 255, borders are mirrored without repeating the edge (OpenCV's
 * {@code BORDER_REFLECT_101}), kernels are not divided, and variance is the population's. All sums
 * are exact integers. They grow with noise and with the size of print: on their own they do not
 * tell whether a page can be read. After Pertuz, Puig and Garcia, "Analysis of focus measure
 * operators for shape-from-focus", 2013, doi:10.1016/j.patcog.2012.11.011.
 *
 * @param laplacianVariance LAPV: variance of the 3x3 4-neighbour Laplacian (OpenCV's, ksize 1), in
 *     [0, 1020^2]
 * @param tenengrad TENG: mean of {@code Gx^2 + Gy^2} of the 3x3 Sobel kernels, in [0, 2 * 1020^2]
 */
public record FocusMeasures(double laplacianVariance, double tenengrad) {

  /**
   * Measures a plane.
   *
   * @param plane any size from 1 x 1 up
   * @return its focus measures
   */
  public static FocusMeasures of(LumaPlane plane) {
    FocusSums sums = FocusKernels.best().sum(plane);
    double mean = (double) sums.laplacian() / sums.pixels();
    double meanSquare = (double) sums.laplacianSquared() / sums.pixels();
    return new FocusMeasures(
        Math.max(0, meanSquare - mean * mean), (double) sums.tenengrad() / sums.pixels());
  }
}
