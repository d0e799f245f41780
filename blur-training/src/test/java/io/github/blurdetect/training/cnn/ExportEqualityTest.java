package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.training.net.Topology;
import io.github.blurdetect.training.onnx.ExportOptions;
import io.github.blurdetect.training.onnx.OnnxExporter;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exported model in ONNX Runtime against the trained network in DJL's PyTorch engine. */
class ExportEqualityTest {
  private static final int[][] SIZES = {
    {8, 8}, {9, 17}, {31, 32}, {64, 48}, {65, 127}, {96, 96}, {101, 53}
  };

  @ParameterizedTest
  @CsvSource({"compact, NCHW", "tiny, NHWC", "reference-8, NCHW", "reference-8, NHWC"})
  void run_sevenSizes_equalsTrainer(String name, ExportOptions.Layout layout) {
    Engines.prepare(1, 1);
    Weights weights = shaken(Weights.draw(Topology.named(name), 3));
    byte[] bytes =
        OnnxExporter.exportFloat(weights.toConvNet(), ExportOptions.defaults().withLayout(layout));
    try (DjlNetwork network = new DjlNetwork(weights);
        CnnModel model = CnnModel.load(bytes, name, 1)) {
      assertThat(model.info().stride()).isEqualTo(8);
      for (int[] size : SIZES) {
        compare(network, model, weights.topology(), size[0], size[1]);
      }
    }
  }

  private static void compare(
      DjlNetwork network, CnnModel model, Topology topology, int height, int width) {
    int channels = topology.inputChannels();
    int images = 2;
    byte[] pixels = new byte[images * channels * height * width];
    new SplittableRandom(height * 1000L + width).nextBytes(pixels);
    float[] planes = new float[pixels.length];
    int area = height * width;
    for (int i = 0; i < planes.length; i++) {
      int image = i / (channels * area);
      int channel = i / area % channels;
      int pixel = i % area;
      int at = model.info().channelsLast() ? (image * area + pixel) * channels + channel : i;
      planes[i] = (pixels[at] & 0xFF) / 255f;
    }
    float[] logits = network.logits(planes, images, channels, height, width);
    CnnModel.Output output = model.run(pixels, images, height, width);
    int cells = output.rows() * output.columns();
    int heads = topology.head() == Topology.Head.MEAN_LOGIT ? 1 : 2;
    assertThat(logits).hasSize(images * heads * cells);
    for (int image = 0; image < images; image++) {
      double sum = 0;
      double weights = 0;
      for (int i = 0; i < cells; i++) {
        float logit = logits[image * heads * cells + i];
        float map = output.map()[image * cells + i];
        assertThat((double) map)
            .as("map, %d x %d", width, height)
            .isCloseTo(sigmoid(logit), within(1e-5));
        if (heads == 1) {
          sum += logit;
          weights++;
        } else {
          double text = sigmoid(logits[(image * heads + 1) * cells + i]);
          float[] found = java.util.Objects.requireNonNull(output.text());
          assertThat((double) found[image * cells + i]).isCloseTo(text, within(1e-5));
          sum += text * sigmoid(logit);
          weights += text;
        }
      }
      double expected = heads == 1 ? sigmoid(sum / weights) : sum / (weights + 1e-6);
      assertThat((double) output.score()[image])
          .as("score, %d x %d", width, height)
          .isCloseTo(expected, within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compact"})
  void run_moreThreads_givesTheSameBits(String name) {
    Weights weights = shaken(Weights.draw(Topology.named(name), 5));
    byte[] bytes = OnnxExporter.exportFloat(weights.toConvNet(), ExportOptions.defaults());
    byte[] pixels = new byte[3 * 128 * 128];
    new SplittableRandom(9).nextBytes(pixels);
    try (CnnModel one = CnnModel.load(bytes, "one", 1);
        CnnModel two = CnnModel.load(bytes, "two", 2)) {
      assertThat(two.run(pixels, 3, 128, 128).map()).isEqualTo(one.run(pixels, 3, 128, 128).map());
    }
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Gives biases and batch statistics values that matter, as training would. */
  static Weights shaken(Weights weights) {
    SplittableRandom random = new SplittableRandom(11);
    weights
        .arrays()
        .forEach(
            (name, array) -> {
              for (int i = 0; i < array.length; i++) {
                if (name.endsWith("variance") || name.endsWith("gamma")) {
                  array[i] = (float) random.nextDouble(0.5, 2);
                } else if (!name.endsWith("weight")) {
                  array[i] = (float) random.nextDouble(-0.3, 0.3);
                }
              }
            });
    return weights;
  }
}
