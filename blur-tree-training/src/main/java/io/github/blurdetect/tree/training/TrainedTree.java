package io.github.blurdetect.tree.training;

import io.github.blurdetect.tree.TreeModel;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A trained model and the out-of-fold scores of its training photos.
 *
 * @param json the model in XGBoost's JSON with our metadata, as {@link TreeModel} loads it
 * @param outOfFold scores by models that had not seen the photo's group
 */
public record TrainedTree(String json, OutOfFold outOfFold) {

  /**
   * Returns the model ready for scoring.
   *
   * @return a new instance
   */
  public TreeModel model() {
    return TreeModel.parse(json, "the model just trained");
  }

  /**
   * Writes the model file; whoever reads meanwhile sees the old or the new one whole.
   *
   * @param file created or replaced
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    AtomicFiles.write(file, json + "\n");
  }
}
