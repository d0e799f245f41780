package io.github.blurdetect.bench;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.baselines.ReferenceBaseline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Python system's steps in Java: four measures at two sizes, a tree, its own network, a second
 * tree. The trees are stand-ins of one split: a deeper one would not take longer to notice.
 */
final class ReferenceWay {
  private static final String TREES =
      """
      {
        "decision_tree": {
          "feature": "laplacian_variance", "at_most": 300,
          "then": {"clear": 1, "blurred": 3}, "else": {"clear": 3, "blurred": 1}
        },
        "stacking_tree": {
          "feature": "cnn_score", "at_most": 0.5,
          "then": {"clear": 3, "blurred": 1},
          "else": {
            "feature": "tree_score", "at_most": 0.5,
            "then": {"clear": 1, "blurred": 1}, "else": {"clear": 0, "blurred": 3}
          }
        }
      }
      """;

  private final Path trees;

  /** Writes the trees to a file, which is there until the process ends. */
  ReferenceWay() {
    try {
      trees = Files.createTempFile("trees", ".json");
      Files.writeString(trees, TREES);
      trees.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads the models, for one thread. */
  BlurScorer scorer() {
    return new ReferenceBaseline().create(ScorerOptions.defaults().withModel(trees));
  }
}
