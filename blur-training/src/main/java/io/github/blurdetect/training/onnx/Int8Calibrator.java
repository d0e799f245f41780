package io.github.blurdetect.training.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.blurdetect.training.net.ConvNet;
import io.github.blurdetect.training.net.ConvSpec;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the range of each hidden layer on real crops: runs the network with its intermediate
 * results as outputs and takes a high quantile of them, so that a few outliers don't cost
 * resolution.
 */
public final class Int8Calibrator {
  private static final double QUANTILE = 0.9999;

  private Int8Calibrator() {}

  /**
   * Measures ranges.
   *
   * @param net the network
   * @param crops grey crops, {@code side * side} bytes each; at least one
   * @param side columns and rows
   * @return each hidden layer's range
   * @throws IllegalStateException if ONNX Runtime cannot run the network
   */
  public static Calibration measure(ConvNet net, List<byte[]> crops, int side) {
    if (crops.isEmpty()) {
      throw new IllegalArgumentException("no crops to calibrate on, expected at least one");
    }
    byte[] model = OnnxExporter.exportFloat(net, ExportOptions.defaults().withIntermediates(true));
    Map<String, Float> ceilings = new HashMap<>();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(model, options)) {
      for (byte[] crop : crops) {
        run(net, environment, session, crop, side, ceilings);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("calibration failed: " + e.getMessage(), e);
    }
    return new Calibration(ceilings);
  }

  private static void run(
      ConvNet net,
      OrtEnvironment environment,
      OrtSession session,
      byte[] crop,
      int side,
      Map<String, Float> ceilings)
      throws OrtException {
    int channels = net.topology().inputChannels();
    ByteBuffer pixels = ByteBuffer.allocateDirect(crop.length * channels);
    for (int c = 0; c < channels; c++) {
      pixels.put(crop);
    }
    long[] shape = {1, channels, side, side};
    try (OnnxTensor input =
            OnnxTensor.createTensor(environment, pixels.rewind(), shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of("image", input))) {
      List<ConvSpec> layers = net.topology().layers();
      for (ConvSpec layer : layers.subList(0, layers.size() - 1)) {
        String output = layer.name() + (layer.pool() ? "_pool" : layer.relu() ? "_relu" : "");
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        ceilings.merge(layer.name(), quantile(tensor.getFloatBuffer()), Math::max);
      }
    }
  }

  private static float quantile(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    Arrays.sort(values);
    float value = values[(int) Math.min(values.length - 1L, (long) (QUANTILE * values.length))];
    return Math.max(value, 1e-3f);
  }
}
