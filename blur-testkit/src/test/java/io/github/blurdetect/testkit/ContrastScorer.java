package io.github.blurdetect.testkit;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.api.ScorerOptions;

/**
 * A small scorer that keeps the contract: the less neighbouring pixels differ, the more blurred.
 */
class ContrastScorer implements BlurScorer {
  private volatile boolean closed;

  @Override
  public String name() {
    return "contrast";
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (closed) {
      throw new IllegalStateException("scorer 'contrast' has been closed");
    }
    return BlurScore.of(1 / (1 + steepest(image.luma()) / 32.0));
  }

  private static int steepest(LumaPlane luma) {
    byte[] data = luma.data();
    int steepest = 0;
    for (int y = 0; y < luma.height(); y++) {
      int row = y * luma.stride();
      for (int i = row + 1; i < row + luma.width(); i++) {
        steepest = Math.max(steepest, Math.abs((data[i] & 0xFF) - (data[i - 1] & 0xFF)));
      }
    }
    return steepest;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Makes {@link ContrastScorer}s. */
  public static class Provider implements BlurScorerProvider {
    @Override
    public String name() {
      return "contrast";
    }

    @Override
    public String description() {
      return "steepest step between neighbours";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return new ContrastScorer();
    }
  }
}
