/** Stacks any scorers into one calibrated detector; the default detector. */
module io.github.blurdetect.stacking {
  requires com.google.gson;
  requires io.github.blurdetect.tree;
  requires transitive io.github.blurdetect.api;
  requires static org.jspecify;

  provides io.github.blurdetect.api.BlurScorerProvider with
      io.github.blurdetect.stacking.DefaultScorerProvider;

  exports io.github.blurdetect.stacking;
  exports io.github.blurdetect.stacking.fit;
}
