package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.testkit.BlurScorerContract;

class CleanvisionContractTest implements BlurScorerContract {
  @Override
  public BlurScorerProvider provider() {
    return new CleanvisionBaseline();
  }
}
