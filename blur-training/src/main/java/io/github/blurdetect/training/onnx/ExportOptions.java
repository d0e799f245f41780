package io.github.blurdetect.training.onnx;

import java.util.Map;
import java.util.Objects;

/**
 * How a network is written.
 *
 * @param layout order of the input's dimensions
 * @param metadata written into the model; the exporter adds the topology, the head and the stride
 * @param intermediates whether every hidden layer's result is an output too, named after the layer
 *     (for calibration and debugging)
 */
public record ExportOptions(Layout layout, Map<String, String> metadata, boolean intermediates) {

  /** Order of the input's dimensions. */
  public enum Layout {
    /** Batch, channel, row, column. */
    NCHW,
    /** Batch, row, column, channel: pixels as images hold them. */
    NHWC
  }

  /** Copies the map. */
  public ExportOptions {
    Objects.requireNonNull(layout, "layout");
    metadata = Map.copyOf(metadata);
  }

  /**
   * Returns NCHW, no metadata, no intermediate outputs.
   *
   * @return the defaults
   */
  public static ExportOptions defaults() {
    return new ExportOptions(Layout.NCHW, Map.of(), false);
  }

  /**
   * Returns these options with other metadata.
   *
   * @param values all entries
   * @return a new instance
   */
  public ExportOptions withMetadata(Map<String, String> values) {
    return new ExportOptions(layout, values, intermediates);
  }

  /**
   * Returns these options with another order of dimensions.
   *
   * @param order of the input
   * @return a new instance
   */
  public ExportOptions withLayout(Layout order) {
    return new ExportOptions(order, metadata, intermediates);
  }

  /**
   * Returns these options with or without intermediate outputs.
   *
   * @param shown whether hidden layers are outputs
   * @return a new instance
   */
  public ExportOptions withIntermediates(boolean shown) {
    return new ExportOptions(layout, metadata, shown);
  }
}
