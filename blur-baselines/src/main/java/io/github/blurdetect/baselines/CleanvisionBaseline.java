package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.internal.FixedSizeMeasures;

/**
 * The "blurry" check of the Python package cleanvision 0.3: the standard deviation of the edges of
 * the image at 64 pixels, and how uneven its histogram is; blurred under 0.29 of 1.
 *
 * <p>With s the edges' deviation and h that of the histogram's 256 counts, its score is 1 -
 * exp(-0.01 s) plus, where that exceeds 0.18, 1 - exp(-0.01 h); blurriness is 1 less the score.
 */
public final class CleanvisionBaseline implements BlurScorerProvider {
  static final double THRESHOLD = 1 - 0.29;
  private static final int SIDE = 64;
  private static final double RATE = 0.01;
  private static final double LEAST_UNEVENNESS = 0.18;

  /** Made by the service loader. */
  public CleanvisionBaseline() {}

  @Override
  public String name() {
    return "baseline-cleanvision";
  }

  @Override
  public String description() {
    return "baseline: cleanvision's edges at 64 pixels, blurred under a score of 0.29";
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return new Measured(
        name(), "cleanvision_score", CleanvisionBaseline::quality, value -> 1 - value, THRESHOLD);
  }

  /** Returns the package's own score: in [0, 1], 1 = sharp. */
  static double quality(BlurImage image) {
    double ratio = Math.max(image.width(), image.height()) / (double) SIDE;
    BlurImage small = image;
    if (ratio > 1) {
      int width = Math.max(1, (int) Math.floor(image.width() / ratio));
      int height = Math.max(1, (int) Math.floor(image.height() / ratio));
      small = PillowBicubic.resize(image, width, height);
    }
    LumaPlane luma = FixedSizeMeasures.pillowLuma(small);
    double edges = 1 - Math.exp(-RATE * edgeDeviation(luma));
    double unevenness = 1 - Math.exp(-RATE * histogramDeviation(luma));
    return Math.min(1, edges + (unevenness > LEAST_UNEVENNESS ? unevenness : 0));
  }

  /** Eight times each pixel less its neighbours, cut to 8 bits; the border stays as it is. */
  private static double edgeDeviation(LumaPlane luma) {
    long sum = 0;
    long squares = 0;
    for (int y = 0; y < luma.height(); y++) {
      for (int x = 0; x < luma.width(); x++) {
        boolean inside = x > 0 && y > 0 && x < luma.width() - 1 && y < luma.height() - 1;
        int edge = inside ? Math.max(0, Math.min(255, edge(luma, x, y))) : luma.get(x, y);
        sum += edge;
        squares += (long) edge * edge;
      }
    }
    double count = (double) luma.width() * luma.height();
    return Math.sqrt(Math.max(0, (squares - (double) sum * sum / count) / count));
  }

  private static int edge(LumaPlane luma, int x, int y) {
    int around = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        around += luma.get(x + dx, y + dy);
      }
    }
    return 9 * luma.get(x, y) - around;
  }

  private static double histogramDeviation(LumaPlane luma) {
    int[] counts = new int[256];
    for (int y = 0; y < luma.height(); y++) {
      for (int x = 0; x < luma.width(); x++) {
        counts[luma.get(x, y)]++;
      }
    }
    double mean = (double) luma.width() * luma.height() / counts.length;
    double squares = 0;
    for (int count : counts) {
      squares += (count - mean) * (count - mean);
    }
    return Math.sqrt(squares / counts.length);
  }
}
