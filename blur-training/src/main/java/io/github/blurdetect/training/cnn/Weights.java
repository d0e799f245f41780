package io.github.blurdetect.training.cnn;

import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.training.net.ConvNet;
import io.github.blurdetect.training.net.ConvSpec;
import io.github.blurdetect.training.net.Topology;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A network under training: arrays by name, numbers by name, free of any framework.
 *
 * <p>Arrays of layer L: {@code L.weight}; {@code L.bias} or, with batch normalisation, {@code
 * L.gamma}, {@code L.beta}, {@code L.mean} and {@code L.variance}; and the optimizer's own, whose
 * names begin with {@code adam.}.
 */
final class Weights {
  static final float BATCH_NORM_EPSILON = 1e-5f;
  private static final int MAGIC = 0x424c5732; // "BLW2"

  private final Topology topology;
  private final Map<String, float[]> arrays;
  private final Map<String, Double> numbers;

  Weights(Topology topology, Map<String, float[]> arrays, Map<String, Double> numbers) {
    this.topology = topology;
    this.arrays = new LinkedHashMap<>(arrays);
    this.numbers = new TreeMap<>(numbers);
  }

  /**
   * Draws starting weights: K. He et al., "Delving deep into rectifiers", 2015, doi
   * 10.1109/ICCV.2015.123.
   */
  static Weights draw(Topology topology, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (int i = 0; i < topology.layers().size(); i++) {
      ConvSpec layer = topology.layers().get(i);
      boolean last = i == topology.layers().size() - 1;
      double fanIn = (double) layer.weightCount() / layer.out();
      double sigma = Math.sqrt((last ? 1 : 2) / fanIn) * (last ? 0.3 : 1);
      float[] weight = new float[layer.weightCount()];
      for (int k = 0; k < weight.length; k++) {
        weight[k] = (float) (sigma * random.nextGaussian());
      }
      arrays.put(layer.name() + ".weight", weight);
      if (topology.batchNorm() && !last) {
        arrays.put(layer.name() + ".gamma", filled(layer.out(), 1));
        arrays.put(layer.name() + ".beta", filled(layer.out(), 0));
        arrays.put(layer.name() + ".mean", filled(layer.out(), 0));
        arrays.put(layer.name() + ".variance", filled(layer.out(), 1));
      } else {
        arrays.put(layer.name() + ".bias", filled(layer.out(), 0));
      }
    }
    return new Weights(topology, arrays, Map.of());
  }

  /** Takes over a network without batch normalisation, to go on training it. */
  static Weights of(ConvNet net) {
    if (net.topology().batchNorm()) {
      throw new IllegalArgumentException(
          "topology " + net.topology().name() + " has folded its batch normalisation away");
    }
    Map<String, float[]> arrays = new LinkedHashMap<>();
    for (int i = 0; i < net.topology().layers().size(); i++) {
      String name = net.topology().layers().get(i).name();
      arrays.put(name + ".weight", net.weights().get(i).clone());
      arrays.put(name + ".bias", net.biases().get(i).clone());
    }
    return new Weights(net.topology(), arrays, Map.of());
  }

  private static float[] filled(int length, float value) {
    float[] array = new float[length];
    java.util.Arrays.fill(array, value);
    return array;
  }

  Topology topology() {
    return topology;
  }

  Map<String, float[]> arrays() {
    return arrays;
  }

  Map<String, Double> numbers() {
    return numbers;
  }

  float[] array(String name) {
    float[] array = arrays.get(name);
    if (array == null) {
      throw new ModelLoadException("array '" + name + "' is missing, found " + arrays.keySet());
    }
    return array;
  }

  /** Returns the network with batch normalisation folded into weights and biases. */
  ConvNet toConvNet() {
    List<float[]> weights = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (ConvSpec layer : topology.layers()) {
      float[] weight = array(layer.name() + ".weight").clone();
      if (!arrays.containsKey(layer.name() + ".gamma")) {
        weights.add(weight);
        biases.add(array(layer.name() + ".bias").clone());
        continue;
      }
      float[] bias = new float[layer.out()];
      int each = weight.length / layer.out();
      for (int c = 0; c < layer.out(); c++) {
        double spread = array(layer.name() + ".variance")[c] + (double) BATCH_NORM_EPSILON;
        double factor = array(layer.name() + ".gamma")[c] / Math.sqrt(spread);
        double shift = array(layer.name() + ".mean")[c] * factor;
        bias[c] = (float) (array(layer.name() + ".beta")[c] - shift);
        for (int k = c * each; k < (c + 1) * each; k++) {
          weight[k] = (float) (weight[k] * factor);
        }
      }
      weights.add(weight);
      biases.add(bias);
    }
    return new ConvNet(topology, weights, biases);
  }

  /** Writes the file whole or not at all. */
  void save(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(MAGIC);
      out.writeUTF(topology.name());
      out.writeInt(numbers.size());
      for (Map.Entry<String, Double> entry : numbers.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeDouble(entry.getValue());
      }
      out.writeInt(arrays.size());
      for (Map.Entry<String, float[]> entry : arrays.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static Weights load(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new ModelLoadException("not a training checkpoint: " + file);
      }
      Topology topology = Topology.named(in.readUTF());
      Map<String, Double> numbers = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        numbers.put(in.readUTF(), in.readDouble());
      }
      Map<String, float[]> arrays = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        String name = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > Files.size(file) / 4) {
          throw new ModelLoadException(
              "array '" + name + "' has length " + length + ", longer than the file: " + file);
        }
        float[] array = new float[length];
        for (int k = 0; k < length; k++) {
          array[k] = in.readFloat();
        }
        arrays.put(name, array);
      }
      return new Weights(topology, arrays, numbers);
    } catch (EOFException e) {
      throw new ModelLoadException("training checkpoint is cut off: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new ModelLoadException(e.getMessage() + ": " + file, e);
    }
  }
}
