package io.github.blurdetect.training.net;

import java.util.List;

/**
 * A network with its weights, batch normalisation already folded in.
 *
 * <p>Input: 8-bit pixels divided by 255. Arrays are shared, not copied.
 *
 * @param topology its shape
 * @param weights of each layer, [out, in, kernel, kernel] in C order
 * @param biases of each layer, [out]
 */
public record ConvNet(Topology topology, List<float[]> weights, List<float[]> biases) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if an array does not fit its layer
   */
  public ConvNet {
    weights = List.copyOf(weights);
    biases = List.copyOf(biases);
    if (weights.size() != topology.layers().size() || biases.size() != weights.size()) {
      throw new IllegalArgumentException(
          "network has %d weights and %d biases, expected %d of each"
              .formatted(weights.size(), biases.size(), topology.layers().size()));
    }
    for (int i = 0; i < weights.size(); i++) {
      ConvSpec layer = topology.layers().get(i);
      if (weights.get(i).length != layer.weightCount() || biases.get(i).length != layer.out()) {
        throw new IllegalArgumentException(
            "%s has %d weights and %d biases, expected %d and %d"
                .formatted(
                    layer.name(),
                    weights.get(i).length,
                    biases.get(i).length,
                    layer.weightCount(),
                    layer.out()));
      }
    }
  }
}
