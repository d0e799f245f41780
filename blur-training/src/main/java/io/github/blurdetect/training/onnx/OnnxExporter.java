package io.github.blurdetect.training.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.blurdetect.training.net.ConvNet;
import io.github.blurdetect.training.net.ConvSpec;
import io.github.blurdetect.training.net.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a network as an ONNX model that takes 8-bit pixels of any batch size, height and width.
 *
 * <p>Input {@code image}: uint8, [N, C, H, W] or [N, H, W, C]. Outputs, all float32: {@code score}
 * [N], the probability that what the image shows cannot be read; {@code map} [N, 1, h, w], the same
 * for each cell; {@code text} [N, 1, h, w], the probability that the cell holds print (only with a
 * text head). A cell has as many pixels on each side as the metadata entry {@code stride} says.
 */
public final class OnnxExporter {
  /** Weights take 7 of the 8 bits: processors without VNNI add pairs of products in 16 bits. */
  private static final int WEIGHT_LIMIT = 63;

  private final ConvNet net;
  private final Topology topology;
  private final ExportOptions options;
  private final @Nullable Calibration calibration;
  private final OnnxGraph graph;

  private OnnxExporter(ConvNet net, ExportOptions options, @Nullable Calibration calibration) {
    this.net = net;
    this.topology = net.topology();
    this.options = options;
    this.calibration = calibration;
    this.graph = new OnnxGraph(topology.name());
  }

  /**
   * Writes a network in 32-bit floating point.
   *
   * @param net the network
   * @param options layout and metadata
   * @return the model file's bytes
   */
  public static byte[] exportFloat(ConvNet net, ExportOptions options) {
    return new OnnxExporter(net, options, null).write();
  }

  /**
   * Writes a network in 8-bit integers: quantize-dequantize pairs, weights symmetric per output
   * channel, activations asymmetric per layer. The first convolution, slower in integers where the
   * picture has few channels, and the last stay in floating point.
   *
   * @param net the network
   * @param options layout and metadata
   * @param calibration each hidden layer's range
   * @return the model file's bytes
   * @throws IllegalArgumentException if a hidden layer is missing from the calibration
   */
  public static byte[] exportInt8(ConvNet net, ExportOptions options, Calibration calibration) {
    return new OnnxExporter(net, options, calibration).write();
  }

  private byte[] write() {
    String x = input();
    List<ConvSpec> layers = topology.layers();
    float scale = 0;
    for (int i = 0; i < layers.size() - 1; i++) {
      ConvSpec layer = layers.get(i);
      x = hidden(i, x, scale);
      scale = calibration == null ? 0 : calibration.scale(layer.name());
    }
    head(x);
    return graph.toModel(metadata());
  }

  private Map<String, String> metadata() {
    Map<String, String> all = new TreeMap<>(options.metadata());
    all.put("topology", topology.name());
    all.put("head", topology.head().name());
    all.put("stride", Integer.toString(topology.stride()));
    all.put("layout", options.layout().name());
    all.put("precision", calibration == null ? "fp32" : "int8");
    return all;
  }

  private String input() {
    int channels = topology.inputChannels();
    boolean last = options.layout() == ExportOptions.Layout.NHWC;
    if (last) {
      graph.input("image", DataType.UINT8, "N", "H", "W", channels);
    } else {
      graph.input("image", DataType.UINT8, "N", channels, "H", "W");
    }
    String x = "image";
    if (last) {
      x = graph.node("Transpose", "planes", List.of(x), Map.of("perm", new long[] {0, 3, 1, 2}));
    }
    x = graph.node("Cast", "levels", List.of(x), Map.of("to", DataType.FLOAT.getNumber()));
    return graph.node("Div", "pixels", x, graph.scalar("white", 255f));
  }

  private String hidden(int index, String input, float inputScale) {
    ConvSpec layer = topology.layers().get(index);
    String name = layer.name();
    String x =
        calibration == null || index == 0
            ? convolution(index, input, 0, layer.out(), name)
            : convolutionInt8(index, input, inputScale);
    if (layer.relu()) {
      x = graph.node("Relu", name + "_relu", x);
    }
    if (layer.pool()) {
      x = pool(layer, x);
    }
    if (options.intermediates()) {
      graph.output(x, DataType.FLOAT, "N", layer.out(), name + "_h", name + "_w");
    }
    return calibration == null ? x : requantize(name, x);
  }

  private String pool(ConvSpec layer, String input) {
    String x = calibration == null ? input : requantize(layer.name() + "_before", input, layer);
    return graph.node(
        "MaxPool",
        layer.name() + "_pool",
        List.of(x),
        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}));
  }

  private String requantize(String name, String x) {
    return requantize(name, x, null);
  }

  private String requantize(String name, String x, @Nullable ConvSpec scaleOf) {
    String layer = scaleOf == null ? name : scaleOf.name();
    float step = calibration == null ? 1 : calibration.scale(layer);
    String scale = graph.scalar(name + "_scale", step);
    String zero = zero(name);
    return dequantize(
        name + "_back", graph.node("QuantizeLinear", name + "_q", x, scale, zero), scale, zero);
  }

  private String zero(String name) {
    return graph.bytes(name + "_zero", false, new byte[1]);
  }

  private String dequantize(String output, String x, String scale, String zero) {
    return graph.node("DequantizeLinear", output, x, scale, zero);
  }

  /** Convolution with the output channels {@code from} to {@code to} of a layer. */
  private String convolution(int index, String input, int from, int to, String name) {
    ConvSpec layer = topology.layers().get(index);
    int perChannel = layer.weightCount() / layer.out();
    int side = layer.kernel();
    float[] weight =
        java.util.Arrays.copyOfRange(net.weights().get(index), from * perChannel, to * perChannel);
    float[] bias = java.util.Arrays.copyOfRange(net.biases().get(index), from, to);
    String w = graph.floats(name + ".weight", weight, to - from, layer.in(), side, side);
    String b = graph.floats(name + ".bias", bias, to - from);
    return graph.node("Conv", name, List.of(input, w, b), convolutionAttributes(layer));
  }

  private static Map<String, ?> convolutionAttributes(ConvSpec layer) {
    long k = layer.kernel();
    long p = layer.padding();
    return Map.of(
        "kernel_shape", new long[] {k, k},
        "pads", new long[] {p, p, p, p},
        "strides", new long[] {layer.stride(), layer.stride()},
        "dilations", new long[] {layer.dilation(), layer.dilation()});
  }

  private String convolutionInt8(int index, String input, float inputScale) {
    ConvSpec layer = topology.layers().get(index);
    String name = layer.name();
    float[] weight = net.weights().get(index);
    float[] bias = net.biases().get(index);
    int perChannel = weight.length / layer.out();
    byte[] quantized = new byte[weight.length];
    int[] biases = new int[layer.out()];
    float[] weightScales = new float[layer.out()];
    float[] biasScales = new float[layer.out()];
    for (int channel = 0; channel < layer.out(); channel++) {
      int start = channel * perChannel;
      float peak = 1e-8f;
      for (int i = start; i < start + perChannel; i++) {
        peak = Math.max(peak, Math.abs(weight[i]));
      }
      weightScales[channel] = peak / WEIGHT_LIMIT;
      biasScales[channel] = weightScales[channel] * inputScale;
      biases[channel] = Math.round(bias[channel] / biasScales[channel]);
      for (int i = start; i < start + perChannel; i++) {
        quantized[i] = (byte) Math.round(weight[i] / weightScales[channel]);
      }
    }
    int out = layer.out();
    String w =
        dequantizePerChannel(
            name + ".weight",
            graph.bytes(
                name + ".weight_q",
                true,
                quantized,
                out,
                layer.in(),
                layer.kernel(),
                layer.kernel()),
            graph.floats(name + ".weight_scale", weightScales, out),
            graph.bytes(name + ".weight_zero", true, new byte[out], out));
    String b =
        dequantizePerChannel(
            name + ".bias",
            graph.ints(name + ".bias_q", biases, out),
            graph.floats(name + ".bias_scale", biasScales, out),
            graph.ints(name + ".bias_zero", new int[out], out));
    return graph.node("Conv", name, List.of(input, w, b), convolutionAttributes(layer));
  }

  private String dequantizePerChannel(String output, String x, String scale, String zero) {
    return graph.node("DequantizeLinear", output, List.of(x, scale, zero), Map.of("axis", 0));
  }

  private void head(String x) {
    int last = topology.layers().size() - 1;
    graph.output("score", DataType.FLOAT, "N");
    graph.output("map", DataType.FLOAT, "N", 1, "h", "w");
    String logit = convolution(last, x, 0, 1, "map_logit");
    graph.node("Sigmoid", "map", logit);
    if (topology.head() == Topology.Head.MEAN_LOGIT) {
      String mean = graph.node("GlobalAveragePool", "mean_logit", logit);
      String probability = graph.node("Sigmoid", "mean_probability", mean);
      graph.node("Reshape", "score", probability, graph.longs("flat", -1));
      return;
    }
    graph.output("text", DataType.FLOAT, "N", 1, "h", "w");
    graph.node("Sigmoid", "text", convolution(last, x, 1, 2, "text_logit"));
    String product = graph.node("Mul", "unread", "map", "text");
    String axes = graph.longs("axes", 1, 2, 3);
    String unread = sum("unread_sum", product, axes);
    String all = sum("text_sum", "text", axes);
    String bounded = graph.node("Add", "text_total", all, graph.scalar("tiny", 1e-6f));
    graph.node("Div", "score", unread, bounded);
  }

  private String sum(String output, String x, String axes) {
    return graph.node("ReduceSum", output, List.of(x, axes), Map.of("keepdims", 0));
  }
}
