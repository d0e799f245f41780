/** Focus measures, where the text of a photo is, and features in units of its size. */
module io.github.blurdetect.features {
  requires transitive io.github.blurdetect.api;
  requires static org.jspecify;

  exports io.github.blurdetect.features;
  exports io.github.blurdetect.features.kernel;

  uses io.github.blurdetect.features.kernel.FocusKernel;
}
