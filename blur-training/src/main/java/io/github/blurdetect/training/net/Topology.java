package io.github.blurdetect.training.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fully convolutional network's shape.
 *
 * @param name as users choose it
 * @param head what the last convolution's channels mean
 * @param batchNorm whether batches are normalised after each hidden convolution while training;
 *     folded into the convolution for export
 * @param layers the convolutions in order
 */
public record Topology(String name, Head head, boolean batchNorm, List<ConvSpec> layers) {

  /** What the last convolution's channels mean. */
  public enum Head {
    /** One channel: logit of "blurred"; its mean over the image is the image's logit. */
    MEAN_LOGIT,
    /**
     * Two channels: logit of "print here cannot be read" and logit of "print is here". The image's
     * score is the first's probability averaged with the second's as weight.
     */
    TEXT_WEIGHTED
  }

  /**
   * Checks that the channels of neighbours fit.
   *
   * @throws IllegalArgumentException if they do not, or the head has the wrong number of channels
   */
  public Topology {
    layers = List.copyOf(layers);
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).in() != layers.get(i - 1).out()) {
        throw new IllegalArgumentException(
            "%s takes %d channels, but %s gives %d"
                .formatted(
                    layers.get(i).name(),
                    layers.get(i).in(),
                    layers.get(i - 1).name(),
                    layers.get(i - 1).out()));
      }
    }
    int expected = head == Head.MEAN_LOGIT ? 1 : 2;
    int found = layers.get(layers.size() - 1).out();
    if (found != expected) {
      throw new IllegalArgumentException(
          "head %s has %d channels, expected %d".formatted(head, found, expected));
    }
  }

  /**
   * Returns the network of the Python system: RGB, six 3 x 3 convolutions with 64 channels, three
   * poolings, the last convolution linear.
   *
   * @return the topology {@code reference}
   */
  public static Topology reference() {
    return reference(64);
  }

  /**
   * Returns the reference network with another width.
   *
   * @param channels channels of each hidden layer
   * @return the topology; called {@code reference} at 64 channels, {@code reference-N} else
   */
  public static Topology reference(int channels) {
    List<ConvSpec> layers = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      boolean last = i == 6;
      boolean pool = i >= 2 && i <= 4;
      layers.add(
          new ConvSpec(
              "conv" + i, i == 1 ? 3 : channels, last ? 1 : channels, 3, 1, 1, !last, pool));
    }
    String name = channels == 64 ? "reference" : "reference-" + channels;
    return new Topology(name, Head.MEAN_LOGIT, false, layers);
  }

  /**
   * Returns the compact network: grey, strided, with a text head; one value an 8 x 8 pixel cell,
   * each seeing about 77 pixels around it.
   *
   * @return the topology {@code compact}
   */
  public static Topology compact() {
    return new Topology(
        "compact",
        Head.TEXT_WEIGHTED,
        true,
        List.of(
            new ConvSpec("conv1", 1, 16, 5, 2, 1, true, false),
            new ConvSpec("conv2", 16, 16, 3, 1, 1, true, false),
            new ConvSpec("conv3", 16, 32, 3, 2, 1, true, false),
            new ConvSpec("conv4", 32, 32, 3, 1, 1, true, false),
            new ConvSpec("conv5", 32, 48, 3, 2, 1, true, false),
            new ConvSpec("conv6", 48, 48, 3, 1, 2, true, false),
            new ConvSpec("conv7", 48, 48, 3, 1, 1, true, false),
            new ConvSpec("head", 48, 2, 1, 1, 1, false, false)));
  }

  /**
   * Returns a network small enough for tests.
   *
   * @return the topology {@code tiny}
   */
  public static Topology tiny() {
    return new Topology(
        "tiny",
        Head.TEXT_WEIGHTED,
        true,
        List.of(
            new ConvSpec("conv1", 1, 8, 5, 2, 1, true, false),
            new ConvSpec("conv2", 8, 12, 3, 2, 1, true, false),
            new ConvSpec("conv3", 12, 16, 3, 2, 1, true, false),
            new ConvSpec("head", 16, 2, 1, 1, 1, false, false)));
  }

  /**
   * Finds a topology by name.
   *
   * @param name one of {@code compact}, {@code reference}, {@code reference-N}, {@code tiny}
   * @return the topology
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Topology named(String name) {
    if (name.matches("reference-[1-9][0-9]{0,2}")) {
      return reference(Integer.parseInt(name.substring("reference-".length())));
    }
    return switch (name) {
      case "compact" -> compact();
      case "reference" -> reference();
      case "tiny" -> tiny();
      default ->
          throw new IllegalArgumentException(
              "topology is '" + name + "', expected compact, reference, reference-N or tiny");
    };
  }

  /**
   * Returns the channels of the input.
   *
   * @return 1 (grey) or 3 (RGB)
   */
  public int inputChannels() {
    return layers.get(0).in();
  }

  /**
   * Returns the pixels of the input that one value of the output stands for.
   *
   * @return the product of all strides and poolings
   */
  public int stride() {
    int stride = 1;
    for (ConvSpec layer : layers) {
      stride *= layer.stride() * (layer.pool() ? 2 : 1);
    }
    return stride;
  }

  /**
   * Returns multiplications and additions of pairs for one square image.
   *
   * @param side pixels
   * @return multiply-accumulate operations
   */
  public long operations(int side) {
    long sum = 0;
    int now = side;
    for (ConvSpec layer : layers) {
      int next = layer.outputSide(now);
      long convolved = layer.pool() ? 2L * next : next;
      sum += convolved * convolved * layer.weightCount();
      now = next;
    }
    return sum;
  }

  @Override
  public String toString() {
    return layers.stream()
        .map(l -> l.in() + "-" + l.out() + (l.pool() ? " pool" : ""))
        .collect(Collectors.joining(", ", name + " (", ")"));
  }
}
