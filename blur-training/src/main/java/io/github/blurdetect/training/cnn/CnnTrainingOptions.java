package io.github.blurdetect.training.cnn;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a CNN is trained.
 *
 * @param topology as in {@link io.github.blurdetect.training.net.Topology#named}
 * @param epochs rounds between two validations, at least 1
 * @param steps batches a round, at least 1
 * @param batch crops a batch, at least 2
 * @param crop columns and rows of a crop: a multiple of 8, 32 to 160
 * @param learningRate of Adam at the start, above 0; it falls along half a cosine to a hundredth
 * @param l2 weight of the squared weights of the first convolution in the loss, at least 0
 * @param holdout share of the pages kept for validation, 0.02 to 0.5
 * @param patience rounds without a better F1 before training ends early, at least 1
 * @param seed of weights, batches and variation
 * @param threads of the engine, at least 1; the same seed and threads give the same weights
 * @param start a checkpoint, or a NumPy archive of the Python system's weights, whose weights are
 *     the start, in place of drawn ones
 */
public record CnnTrainingOptions(
    String topology,
    int epochs,
    int steps,
    int batch,
    int crop,
    double learningRate,
    double l2,
    double holdout,
    int patience,
    long seed,
    int threads,
    Optional<Path> start) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range or the topology unknown
   */
  public CnnTrainingOptions {
    io.github.blurdetect.training.net.Topology.named(topology);
    atLeast("epochs", epochs, 1);
    atLeast("steps", steps, 1);
    atLeast("batch", batch, 2);
    atLeast("crop", crop, 32);
    atLeast("patience", patience, 1);
    atLeast("threads", threads, 1);
    if (crop > TileSet.SIDE || crop % TileSet.CELL != 0) {
      throw new IllegalArgumentException(
          "crop is " + crop + ", expected a multiple of 8, at most " + TileSet.SIDE);
    }
    if (!(learningRate > 0) || !(l2 >= 0) || !(holdout >= 0.02 && holdout <= 0.5)) {
      throw new IllegalArgumentException(
          "learning rate %s, l2 %s, holdout %s; expected above 0, at least 0, 0.02 to 0.5"
              .formatted(learningRate, l2, holdout));
    }
    Objects.requireNonNull(start, "start");
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  /**
   * Returns the settings of the committed compact model.
   *
   * @return the defaults
   */
  public static CnnTrainingOptions defaults() {
    return new CnnTrainingOptions(
        "compact", 60, 200, 32, 128, 2e-3, 0.01, 0.15, 15, 1, 1, Optional.empty());
  }
}
