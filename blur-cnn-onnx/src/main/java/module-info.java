/** Scores photos with a convolutional network run by ONNX Runtime, and maps blur over a photo. */
module io.github.blurdetect.cnn {
  requires com.google.gson;
  requires com.microsoft.onnxruntime;
  requires io.github.blurdetect.features;
  requires java.desktop;
  requires transitive io.github.blurdetect.api;
  requires static org.jspecify;

  provides io.github.blurdetect.api.BlurScorerProvider with
      io.github.blurdetect.cnn.CnnScorerProvider;

  exports io.github.blurdetect.cnn;
  exports io.github.blurdetect.cnn.internal to
      io.github.blurdetect.training;
}
