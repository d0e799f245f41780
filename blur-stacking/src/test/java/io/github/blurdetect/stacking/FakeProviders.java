package io.github.blurdetect.stacking;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Providers found by the service loader in these tests. */
public final class FakeProviders {
  static final List<FakeScorer> MADE = Collections.synchronizedList(new ArrayList<>());
  static final List<ScorerOptions> OPTIONS = Collections.synchronizedList(new ArrayList<>());

  private FakeProviders() {}

  private static BlurScorer make(String name, int pixel, ScorerOptions options) {
    FakeScorer scorer = new FakeScorer(name, pixel);
    MADE.add(scorer);
    OPTIONS.add(options);
    return scorer;
  }

  /** Reads the first pixel. */
  public static final class Cheap implements BlurScorerProvider {
    @Override
    public String name() {
      return "cheap";
    }

    @Override
    public String description() {
      return "first pixel";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return make("cheap", 0, options);
    }
  }

  /** Reads the second pixel. */
  public static final class Costly implements BlurScorerProvider {
    @Override
    public String name() {
      return "costly";
    }

    @Override
    public String description() {
      return "second pixel";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return make("costly", 1, options);
    }
  }

  /** Never loads. */
  public static final class Broken implements BlurScorerProvider {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public String description() {
      return "never loads";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      throw new ModelLoadException("weights are torn (broken.bin)");
    }
  }
}
