package io.github.blurdetect.cnn;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/** Offers {@link CnnScorer} as {@code cnn}. */
public final class CnnScorerProvider implements BlurScorerProvider {

  /** Made by {@link java.util.ServiceLoader}. */
  public CnnScorerProvider() {}

  @Override
  public String name() {
    return "cnn";
  }

  @Override
  public String description() {
    return "convolutional network on text-rich tiles at text scale (ONNX Runtime)";
  }

  @Override
  public int priority() {
    return 200;
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return CnnScorer.create(options);
  }
}
