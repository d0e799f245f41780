package io.github.blurdetect.features;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.internal.FixedSizeMeasures;
import io.github.blurdetect.features.internal.LanczosResize;
import io.github.blurdetect.features.internal.OpenCvResize;

/**
 * The four measures of the system BlurredImageDetection, as its trees expect them: after shrinking
 * every image to one size, whatever its proportions. Kept for comparison and for users who bring
 * its models along; they do not see blur that is smaller than a pixel of the shrunken image.
 *
 * <p>Higher is sharper for the three variances (variance of the Laplacian: Pech-Pacheco et al.,
 * 2000, doi:10.1109/ICPR.2000.903548). Safe for use by many threads.
 *
 * @param area width times height of the image as it is, pixels
 * @param laplacianVariance800 population variance of the four-neighbour Laplacian in grey levels
 *     squared, at 800 x 800 (OpenCV's INTER_CUBIC), borders mirrored without repeating the edge
 * @param sobelVariance800 population variance of the Sobel magnitude sqrt((gx^2 + gy^2) / 2) with
 *     weights divided by 4, brightness in [0, 1], at 800 x 800 (Pillow's L and LANCZOS), borders
 *     mirrored with the edge repeated
 * @param laplacianVariance500 the Laplacian's variance at 500 x 500 (OpenCV's INTER_LINEAR)
 */
public record ReferenceMeasures(
    long area, double laplacianVariance800, double sobelVariance800, double laplacianVariance500) {
  private static final int LARGE = 800;
  private static final int SMALL = 500;

  /**
   * Measures an image.
   *
   * @param image any size from 1 x 1 up
   * @return its measures
   */
  public static ReferenceMeasures measure(BlurImage image) {
    LumaPlane luma = image.luma();
    return new ReferenceMeasures(
        (long) image.width() * image.height(),
        FixedSizeMeasures.laplacianVariance(OpenCvResize.cubic(luma, LARGE, LARGE), LARGE, LARGE),
        FixedSizeMeasures.sobelVariance(
            LanczosResize.resize(FixedSizeMeasures.pillowLuma(image), LARGE, LARGE), LARGE, LARGE),
        FixedSizeMeasures.laplacianVariance(OpenCvResize.linear(luma, SMALL, SMALL), SMALL, SMALL));
  }
}
