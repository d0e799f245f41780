package io.github.blurdetect.training.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.cnn.CnnModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Usable ONNX models that are no blur CNN are refused with what was expected and found. */
class ModelContractTest {

  private static void refused(String message, OnnxGraph graph, Map<String, String> metadata) {
    byte[] bytes = graph.toModel(metadata);
    assertThatThrownBy(() -> CnnModel.load(bytes, "other.onnx", 1))
        .isInstanceOf(ModelLoadException.class)
        .hasMessage(message);
  }

  /** A model whose map is its input as float, and whose score is one value an image. */
  private static OnnxGraph model(String input, DataType type, Object... shape) {
    OnnxGraph graph = new OnnxGraph("other");
    graph.input(input, type, shape);
    graph.output("score", DataType.FLOAT, "N");
    graph.output("map", DataType.FLOAT, "N", "c", "h", "w");
    graph.node("Cast", "map", List.of(input), Map.of("to", DataType.FLOAT.getNumber()));
    graph.node(
        "ReduceSum", "score", List.of("map", graph.longs("axes", 1, 2, 3)), Map.of("keepdims", 0));
    return graph;
  }

  @Test
  void load_fixedSize_isRefused() {
    refused(
        "CNN input 'image' has shape [1,3,224,224], expected [-1,1 or 3,-1,-1] (other.onnx)",
        model("image", DataType.UINT8, 1, 3, 224, 224),
        Map.of());
  }

  @Test
  void load_fourChannels_isRefused() {
    refused(
        "CNN input 'image' has shape [-1,-1,-1,4], expected [-1,-1,-1,1 or 3] (other.onnx)",
        model("image", DataType.UINT8, "N", "H", "W", 4),
        Map.of("layout", "NHWC"));
  }

  @Test
  void load_floatInput_isRefused() {
    refused(
        "CNN input 'image' has type FLOAT, expected UINT8 (other.onnx)",
        model("image", DataType.FLOAT, "N", 1, "H", "W"),
        Map.of());
  }

  @Test
  void load_otherInputName_isRefused() {
    refused(
        "CNN has inputs [x], expected only 'image' (other.onnx)",
        model("x", DataType.UINT8, "N", 1, "H", "W"),
        Map.of());
  }

  @Test
  void load_unknownProfile_isRefused() {
    refused(
        "CNN profile is 'faces' with 1 channels, expected 'tiles', or 'reference' with 3"
            + " (other.onnx)",
        model("image", DataType.UINT8, "N", 1, "H", "W"),
        Map.of("profile", "faces"));
  }

  @Test
  void load_noScore_isRefused() {
    OnnxGraph graph = new OnnxGraph("other");
    graph.input("image", DataType.UINT8, "N", 1, "H", "W");
    graph.output("map", DataType.FLOAT, "N", 1, "h", "w");
    graph.node("Cast", "map", List.of("image"), Map.of("to", DataType.FLOAT.getNumber()));
    refused("CNN has outputs [map], expected 'score' and 'map' (other.onnx)", graph, Map.of());
  }
}
