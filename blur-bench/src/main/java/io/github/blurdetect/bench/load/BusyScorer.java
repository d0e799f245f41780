package io.github.blurdetect.bench.load;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/**
 * Keeps a processor busy for about as long as a real scorer would, the same for every image: loads
 * the server in a way that does not change with the models. Never the default.
 */
public final class BusyScorer implements BlurScorer {
  private static final int STEPS = 20_000_000;
  private static final long FACTOR = 6364136223846793005L;

  /** Offers the scorer by its name {@code busy}. */
  public static final class Provider implements BlurScorerProvider {
    @Override
    public String name() {
      return "busy";
    }

    @Override
    public String description() {
      return "computes for some 20 ms and decides nothing; for load tests";
    }

    @Override
    public BlurScorer create(ScorerOptions options) {
      return new BusyScorer();
    }
  }

  @Override
  public String name() {
    return "busy";
  }

  @Override
  public BlurScore score(BlurImage image) {
    long state = image.width();
    for (int i = 0; i < STEPS; i++) {
      state = state * FACTOR + 1;
    }
    return BlurScore.of((state >>> 11) * 0x1p-53);
  }
}
