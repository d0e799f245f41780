package io.github.blurdetect.baselines;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.features.ReferenceMeasures;
import io.github.blurdetect.tree.CountTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The Python service this project replaces, with its own trained network and its trees, which are
 * read from a file: {@code --model trees.json}, holding {@code decision_tree} and {@code
 * stacking_tree} in {@link CountTree}'s form.
 *
 * <p>An image whose Laplacian variance at 500 x 500 is 1400 or more is clear; otherwise the
 * stacking tree joins the decision tree's and the network's scores.
 */
public final class ReferenceBaseline implements BlurScorerProvider {
  static final double GATE = 1400;

  /** Made by the service loader. */
  public ReferenceBaseline() {}

  @Override
  public String name() {
    return "baseline-reference";
  }

  @Override
  public String description() {
    return "baseline: the Python service with its own network; needs its trees as the model file";
  }

  @Override
  public BlurScorer create(ScorerOptions options) {
    Path trees =
        options
            .model()
            .orElseThrow(
                () ->
                    new ModelLoadException(
                        "baseline-reference needs the reference system's trees.json as its model"
                            + " file, found none"));
    return new Scorer(
        name(),
        CountTree.load(trees, "decision_tree"),
        CountTree.load(trees, "stacking_tree"),
        CnnScorer.createReference(options.threads()));
  }

  private record Scorer(String name, CountTree tree, CountTree stacking, CnnScorer cnn)
      implements BlurScorer {

    @Override
    public BlurScore score(BlurImage image) {
      ReferenceMeasures measures = ReferenceMeasures.measure(image);
      double treeScore =
          predict(
              tree,
              Map.of(
                      "area", (double) measures.area(),
                      "laplacian_variance", measures.laplacianVariance800(),
                      "sobel_variance", measures.sobelVariance800())
                  ::get);
      double cnnScore = cnn.score(image).blurriness();
      double stacked =
          predict(stacking, Map.of("tree_score", treeScore, "cnn_score", cnnScore)::get);
      return new BlurScore(
          measures.laplacianVariance500() >= GATE ? 0 : stacked,
          true,
          List.of(
              new Contribution("laplacian_variance_500", measures.laplacianVariance500()),
              new Contribution("tree_score", treeScore),
              new Contribution("cnn_score", cnnScore),
              new Contribution("stacking_score", stacked)),
          List.of());
    }

    private static double predict(CountTree tree, Function<String, Double> value) {
      return tree.predict(tree.featureNames().stream().mapToDouble(value::apply).toArray());
    }

    @Override
    public void close() {
      cnn.close();
    }
  }
}
