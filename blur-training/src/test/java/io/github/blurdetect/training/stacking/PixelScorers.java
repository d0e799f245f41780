package io.github.blurdetect.training.stacking;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/** Scorers that read their score off the brightness of one pixel; the model file is ignored. */
public final class PixelScorers {
  private PixelScorers() {}

  private record Pixel(String name, int x) implements BlurScorer {
    @Override
    public BlurScore score(BlurImage image) {
      return BlurScore.of(image.luma().get(x, 0) / 255.0);
    }
  }

  private abstract static class Provider implements BlurScorerProvider {
    private final String name;
    private final int x;

    Provider(String name, int x) {
      this.name = name;
      this.x = x;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String description() {
      return "brightness of pixel " + x;
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return new Pixel(name, x);
    }
  }

  /** Reads the first pixel. */
  public static final class First extends Provider {
    /** Made by the service loader. */
    public First() {
      super("first", 0);
    }
  }

  /** Reads the second pixel. */
  public static final class Second extends Provider {
    /** Made by the service loader. */
    public Second() {
      super("second", 1);
    }
  }
}
