package io.github.blurdetect.tree.training;

import io.github.blurdetect.dataset.metrics.BestThreshold;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * Looks for the settings of a boosted model by cross-validation over groups: one setting after the
 * other is varied and the value of the lowest held-out loss kept, until a whole sweep changes
 * nothing. Settings already tried are not trained again.
 */
public final class TreeSearch {

  /**
   * What a trial gave.
   *
   * @param options the settings
   * @param rounds number of trees of the lowest held-out loss
   * @param loss that loss: mean logistic loss of the photos held out
   * @param rocAuc area under the ROC curve of the out-of-fold scores
   * @param f1 F1 of the out-of-fold scores at their best threshold
   */
  public record Trial(TreeOptions options, int rounds, double loss, double rocAuc, double f1) {}

  /** One setting and the values to try. */
  private record Setting(
      List<Double> values, BiFunction<TreeOptions.Builder, Double, TreeOptions.Builder> set) {}

  private static final List<Setting> SETTINGS =
      List.of(
          setting((b, v) -> b.maxDepth(v.intValue()), 2, 3, 4, 5, 6),
          setting(TreeOptions.Builder::minChildWeight, 1, 2, 4, 8, 16),
          setting(TreeOptions.Builder::lambda, 0.5, 1, 2, 5, 10),
          setting(TreeOptions.Builder::columnShare, 0.3, 0.5, 0.7, 1),
          setting(TreeOptions.Builder::rowShare, 0.5, 0.8, 1),
          setting(TreeOptions.Builder::learningRate, 0.025, 0.05, 0.1));
  private static final int MOST_SWEEPS = 3;

  private final TrainingTable table;
  private final Consumer<Trial> listener;
  private final Map<TreeOptions, Trial> tried = new HashMap<>();

  private TreeSearch(TrainingTable table, Consumer<Trial> listener) {
    this.table = table;
    this.listener = listener;
  }

  private static Setting setting(
      BiFunction<TreeOptions.Builder, Double, TreeOptions.Builder> set, double... values) {
    return new Setting(DoubleStream.of(values).boxed().toList(), set);
  }

  /**
   * Searches.
   *
   * @param table photos of both classes, of at least as many groups as folds
   * @param start where to begin; folds, seed, threads and monotone features are kept
   * @param listener told of each trial
   * @return the best trial
   * @throws IllegalArgumentException if {@code start} is for a single tree
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static Trial search(TrainingTable table, TreeOptions start, Consumer<Trial> listener)
      throws InterruptedException {
    if (start.kind() != TreeOptions.Kind.BOOSTED) {
      throw new IllegalArgumentException("kind is " + start.kind() + ", expected BOOSTED");
    }
    return new TreeSearch(table, Objects.requireNonNull(listener)).sweep(start);
  }

  private Trial sweep(TreeOptions start) throws InterruptedException {
    Trial best = trial(start);
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      Trial before = best;
      for (Setting setting : SETTINGS) {
        for (double value : setting.values) {
          Trial next = trial(setting.set.apply(best.options.toBuilder(), value).build());
          best = next.loss < best.loss ? next : best;
        }
      }
      if (best == before) {
        break;
      }
    }
    return best;
  }

  private Trial trial(TreeOptions options) throws InterruptedException {
    Trial known = tried.get(options);
    if (known != null) {
      return known;
    }
    try (CrossValidation validation =
        new CrossValidation(table, options, (rounds, most, best, loss) -> {})) {
      validation.run();
      LabelledScores scores = validation.outOfFold().labelledScores();
      double threshold = BestThreshold.byF1(scores);
      Trial trial =
          new Trial(
              options,
              validation.bestRounds(),
              validation.bestLoss(),
              Ranking.rocAuc(scores),
              ConfusionMatrix.of(scores, threshold).blurred().f1());
      tried.put(options, trial);
      listener.accept(trial);
      return trial;
    }
  }
}
