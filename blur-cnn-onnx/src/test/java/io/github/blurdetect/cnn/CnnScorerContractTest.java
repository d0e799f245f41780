package io.github.blurdetect.cnn;

import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.testkit.BlurScorerContract;

class CnnScorerContractTest implements BlurScorerContract {
  @Override
  public BlurScorerProvider provider() {
    return new CnnScorerProvider();
  }

  @Override
  public boolean takesModel() {
    return true;
  }
}
