package io.github.blurdetect.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds an ONNX graph node by node; every tensor goes by its name. Opset 13, IR version 8. Not
 * safe for use by many threads.
 */
final class OnnxGraph {
  private static final int OPSET = 13;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  OnnxGraph(String name) {
    graph.setName(name);
  }

  /** Declares an input; a dimension is an Integer, or a String for one that varies. */
  void input(String name, TensorProto.DataType type, Object... dimensions) {
    graph.addInput(value(name, type, dimensions));
  }

  void output(String name, TensorProto.DataType type, Object... dimensions) {
    graph.addOutput(value(name, type, dimensions));
  }

  String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, TensorProto.DataType.FLOAT, bytes.array(), shape);
  }

  String scalar(String name, float value) {
    return floats(name, new float[] {value});
  }

  String longs(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT64, bytes.array(), values.length);
  }

  String ints(String name, int[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return tensor(name, TensorProto.DataType.INT32, bytes.array(), shape);
  }

  String bytes(String name, boolean signed, byte[] values, long... shape) {
    return tensor(
        name, signed ? TensorProto.DataType.INT8 : TensorProto.DataType.UINT8, values, shape);
  }

  private String tensor(String name, TensorProto.DataType type, byte[] raw, long... shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder();
    tensor.setName(name).setDataType(type.getNumber()).setRawData(ByteString.copyFrom(raw));
    for (long side : shape) {
      tensor.addDims(side);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds a node with one output, which gives the node its name, and returns that. */
  String node(String operator, String output, List<String> inputs, Map<String, ?> attributes) {
    NodeProto.Builder node = NodeProto.newBuilder();
    node.setOpType(operator).setName(output).addOutput(output).addAllInput(inputs);
    new TreeMap<String, Object>(attributes)
        .forEach((key, v) -> node.addAttribute(attribute(key, v)));
    graph.addNode(node);
    return output;
  }

  String node(String operator, String output, String... inputs) {
    return node(operator, output, List.of(inputs), Map.of());
  }

  private static AttributeProto attribute(String key, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(key);
    if (value instanceof Integer number) {
      attribute.setType(AttributeProto.AttributeType.INT).setI(number);
    } else if (value instanceof long[] numbers) {
      attribute.setType(AttributeProto.AttributeType.INTS);
      for (long number : numbers) {
        attribute.addInts(number);
      }
    } else {
      throw new IllegalArgumentException("attribute " + key + " is a " + value.getClass());
    }
    return attribute.build();
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, Object[] sides) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object side : sides) {
      if (side instanceof Integer number) {
        shape.addDimBuilder().setDimValue(number);
      } else {
        shape.addDimBuilder().setDimParam((String) side);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Wraps the graph up as a model file's bytes. */
  byte[] toModel(Map<String, String> metadata) {
    ModelProto.Builder model = ModelProto.newBuilder();
    model.setIrVersion(IR_VERSION).setProducerName("blur-training").setGraph(graph);
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    new TreeMap<>(metadata)
        .forEach(
            (key, text) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(text)));
    return model.build().toByteArray();
  }
}
