/** The contract of blur detection: images, scorers, their discovery, and the detector. */
module io.github.blurdetect.api {
  requires static transitive org.jspecify;

  exports io.github.blurdetect.api;

  uses io.github.blurdetect.api.BlurScorerProvider;
}
