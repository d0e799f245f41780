package io.github.blurdetect.service;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/** Makes scorers that answer with a hundredth of the number of threads they were given. */
public final class ThreadsTold implements BlurScorerProvider {
  @Override
  public String name() {
    return "threads-told";
  }

  @Override
  public String description() {
    return "for tests: a hundredth a thread";
  }

  @Override
  public int priority() {
    return -1;
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return new BlurScorer() {
      @Override
      public String name() {
        return "threads-told";
      }

      @Override
      public BlurScore score(BlurImage image) {
        return BlurScore.of(options.threads() / 100.0);
      }
    };
  }
}
