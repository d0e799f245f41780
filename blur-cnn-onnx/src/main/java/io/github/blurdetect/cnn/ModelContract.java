package io.github.blurdetect.cnn;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.blurdetect.api.ModelLoadException;
import java.util.Arrays;
import java.util.Map;

/** Checks that an ONNX model has the inputs and outputs that a blur CNN has. */
final class ModelContract {
  private ModelContract() {}

  static CnnModelInfo check(OrtSession session, String source) throws OrtException {
    Map<String, NodeInfo> inputs = session.getInputInfo();
    NodeInfo image = inputs.get("image");
    if (image == null || inputs.size() != 1) {
      throw new ModelLoadException(
          "CNN has inputs %s, expected only 'image' (%s)".formatted(inputs.keySet(), source));
    }
    Map<String, String> metadata = session.getMetadata().getCustomMetadata();
    boolean channelsLast = metadata.getOrDefault("layout", "NCHW").equals("NHWC");
    int channels = checkInput(tensor(image, "input", source), channelsLast, source);
    Map<String, NodeInfo> outputs = session.getOutputInfo();
    checkOutput(outputs, "score", 1, source);
    checkOutput(outputs, "map", 4, source);
    boolean text = outputs.containsKey("text");
    if (text) {
      checkOutput(outputs, "text", 4, source);
    }
    CnnModelInfo info = new CnnModelInfo(source, channels, channelsLast, text, metadata);
    checkProfile(info);
    return info;
  }

  private static int checkInput(TensorInfo input, boolean channelsLast, String source) {
    long[] shape = input.getShape();
    int position = channelsLast ? 3 : 1;
    long channels = shape.length == 4 ? shape[position] : 0;
    boolean fits = channels == 1 || channels == 3;
    for (int i = 0; i < shape.length; i++) {
      fits &= i == position || shape[i] == -1;
    }
    if (!fits) {
      String expected = channelsLast ? "[-1,-1,-1,1 or 3]" : "[-1,1 or 3,-1,-1]";
      throw new ModelLoadException(
          "CNN input 'image' has shape %s, expected %s (%s)"
              .formatted(Arrays.toString(shape).replace(" ", ""), expected, source));
    }
    if (input.type != OnnxJavaType.UINT8) {
      throw new ModelLoadException(
          "CNN input 'image' has type %s, expected UINT8 (%s)".formatted(input.type, source));
    }
    return (int) channels;
  }

  private static void checkOutput(
      Map<String, NodeInfo> outputs, String name, int rank, String source) {
    NodeInfo output = outputs.get(name);
    if (output == null) {
      throw new ModelLoadException(
          "CNN has outputs %s, expected 'score' and 'map' (%s)"
              .formatted(outputs.keySet(), source));
    }
    TensorInfo tensor = tensor(output, "output", source);
    if (tensor.type != OnnxJavaType.FLOAT || tensor.getShape().length != rank) {
      throw new ModelLoadException(
          "CNN output '%s' is %s of rank %d, expected FLOAT of rank %d (%s)"
              .formatted(name, tensor.type, tensor.getShape().length, rank, source));
    }
  }

  private static TensorInfo tensor(NodeInfo node, String kind, String source) {
    if (node.getInfo() instanceof TensorInfo tensor) {
      return tensor;
    }
    throw new ModelLoadException(
        "CNN %s '%s' is %s, expected a tensor (%s)"
            .formatted(kind, node.getName(), node.getInfo(), source));
  }

  private static void checkProfile(CnnModelInfo info) {
    String profile = info.profile();
    boolean known = profile.equals("reference") || profile.equals("tiles");
    if (!known || (profile.equals("reference") && info.channels() != 3)) {
      throw new ModelLoadException(
          "CNN profile is '%s' with %d channels, expected 'tiles', or 'reference' with 3 (%s)"
              .formatted(profile, info.channels(), info.source()));
    }
  }
}
