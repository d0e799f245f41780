package io.github.blurdetect.tree;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.ScorerOptions;

/** Offers {@link TreeScorer} under the name {@value TreeScorer#NAME}. */
public final class TreeScorerProvider implements BlurScorerProvider {

  /** Makes a provider. */
  public TreeScorerProvider() {}

  @Override
  public String name() {
    return TreeScorer.NAME;
  }

  @Override
  public String description() {
    return "boosted trees on features of the text: fast, plain Java";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    return TreeScorer.create(options);
  }
}
