package io.github.blurdetect.training.onnx;

import java.util.Map;

/**
 * The largest value each hidden layer gives on typical images; all are at least 0, since a ReLU
 * stands before them.
 *
 * @param ceilings by layer name, each above 0
 */
public record Calibration(Map<String, Float> ceilings) {

  /**
   * Checks and copies the map.
   *
   * @throws IllegalArgumentException if a value is not above 0
   */
  public Calibration {
    ceilings = Map.copyOf(ceilings);
    ceilings.forEach(
        (layer, value) -> {
          if (!(value > 0)) {
            throw new IllegalArgumentException(
                "ceiling of " + layer + " is " + value + ", expected above 0");
          }
        });
  }

  float scale(String layer) {
    Float ceiling = ceilings.get(layer);
    if (ceiling == null) {
      throw new IllegalArgumentException(
          "layer '" + layer + "' was not calibrated, only " + ceilings.keySet());
    }
    return ceiling / 255f;
  }
}
