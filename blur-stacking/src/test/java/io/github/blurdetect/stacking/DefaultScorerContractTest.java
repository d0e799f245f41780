package io.github.blurdetect.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.testkit.BlurScorerContract;
import org.junit.jupiter.api.Test;

class DefaultScorerContractTest implements BlurScorerContract {
  @Override
  public BlurScorerProvider provider() {
    return new DefaultScorerProvider();
  }

  @Test
  void load_withItsMembersThere_isTheDefault() {
    assertThat(BlurScorers.load().defaultProvider().name()).isEqualTo("default");
  }
}
