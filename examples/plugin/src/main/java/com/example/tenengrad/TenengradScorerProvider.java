package com.example.tenengrad;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/** Named in META-INF/services, which is all it takes to be found. */
public final class TenengradScorerProvider implements BlurScorerProvider {
  private static final String PIVOT = "2500";

  @Override
  public String name() {
    return TenengradScorer.NAME;
  }

  @Override
  public String description() {
    return "example plug-in: Tenengrad of the whole image; property 'pivot' (" + PIVOT + ")";
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    String text = options.properties().getOrDefault("pivot", PIVOT);
    double pivot = Double.parseDouble(text); // NumberFormatException is an IllegalArgumentException
    if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("pivot is " + text + ", expected a number above 0");
    }
    return new TenengradScorer(pivot);
  }
}
