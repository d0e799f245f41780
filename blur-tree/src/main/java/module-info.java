/** The tree scorer: a plain Java walk of a saved XGBoost model over measured features. */
module io.github.blurdetect.tree {
  requires transitive io.github.blurdetect.api;
  requires io.github.blurdetect.features;
  requires com.google.gson;
  requires static org.jspecify;

  exports io.github.blurdetect.tree;

  provides io.github.blurdetect.api.BlurScorerProvider with
      io.github.blurdetect.tree.TreeScorerProvider;
}
