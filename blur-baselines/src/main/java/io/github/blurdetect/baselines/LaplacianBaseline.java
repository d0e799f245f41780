package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.internal.FixedSizeMeasures;
import io.github.blurdetect.features.internal.OpenCvResize;

/**
 * The variance of the Laplacian at 2 megapixels, blurred under 100: the recipe of the program
 * BlurDetection2, after Pech-Pacheco et al., 2000, doi 10.1109/ICPR.2000.903548.
 */
public final class LaplacianBaseline implements BlurScorerProvider {
  static final double PIXELS = 2e6;
  static final double THRESHOLD = 100;

  /** Made by the service loader. */
  public LaplacianBaseline() {}

  @Override
  public String name() {
    return "baseline-laplacian";
  }

  @Override
  public String description() {
    return "baseline: variance of the Laplacian at 2 megapixels, blurred under 100";
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return new Measured(
        name(),
        "laplacian_variance",
        LaplacianBaseline::variance,
        value -> THRESHOLD / (THRESHOLD + value),
        0.5);
  }

  static double variance(BlurImage image) {
    LumaPlane luma = image.luma();
    double ratio = Math.sqrt(PIXELS / ((double) luma.width() * luma.height()));
    int width = (int) Math.max(1, Math.rint(luma.width() * ratio));
    int height = (int) Math.max(1, Math.rint(luma.height() * ratio));
    byte[] resized = OpenCvResize.linear(luma, width, height);
    return FixedSizeMeasures.laplacianVariance(resized, width, height);
  }
}
