package io.github.blurdetect.training.stacking;

import io.github.blurdetect.stacking.Combiner;
import io.github.blurdetect.stacking.fit.CombinerFit;
import io.github.blurdetect.tree.training.Provenance;
import io.github.blurdetect.tree.training.TrainedTree;
import io.github.blurdetect.tree.training.TrainingTable;
import io.github.blurdetect.tree.training.TreeOptions;
import io.github.blurdetect.tree.training.TreeTrainer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins scores by trees: one of depth 3, as the reference system does, or a small boosted model
 * that never falls as a score rises.
 *
 * @param name what it is called in reports
 * @param options how XGBoost trains it
 * @param monotone whether each score may only raise the result
 */
public record TreesFit(String name, TreeOptions options, boolean monotone) implements CombinerFit {

  /**
   * Returns the reference's way: one Gini tree of depth 3.
   *
   * @return a fit named {@code depth-3 tree}
   */
  public static TreesFit single() {
    return new TreesFit("depth-3 tree", TreeOptions.single(), false);
  }

  /**
   * Returns a small boosted model: depth 2, few and slow rounds.
   *
   * @return a fit named {@code boosted}
   */
  public static TreesFit boosted() {
    TreeOptions options =
        TreeOptions.boosted().toBuilder()
            .maxDepth(2)
            .maxRounds(150)
            .learningRate(0.1)
            .patience(30)
            .build();
    return new TreesFit("boosted", options, true);
  }

  @Override
  public Combiner fit(double[][] scores, boolean[] blurred) {
    List<String> names =
        IntStream.range(0, scores[0].length).mapToObj(member -> "score" + member).toList();
    // The number of rounds is found by cross-validation inside; whole groups were set apart before.
    List<TrainingTable.Row> rows =
        IntStream.range(0, scores.length)
            .mapToObj(i -> new TrainingTable.Row("row" + i, "row" + i, blurred[i], scores[i]))
            .toList();
    try {
      TrainedTree trained =
          new TreeTrainer(constrained(names))
              .train(new TrainingTable(names, "scores", rows), Provenance.of("scores", "stacking"));
      return Combiner.Trees.parse(trained.json(), name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fitting " + name, e);
    }
  }

  private TreeOptions constrained(List<String> names) {
    if (!monotone) {
      return options;
    }
    TreeOptions.Builder builder = options.toBuilder();
    names.forEach(member -> builder.monotone(member, 1));
    return builder.build();
  }
}
