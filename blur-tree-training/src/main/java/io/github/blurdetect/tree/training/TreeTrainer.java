package io.github.blurdetect.tree.training;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.blurdetect.dataset.metrics.BestThreshold;
import io.github.blurdetect.dataset.metrics.Calibration;
import io.github.blurdetect.dataset.metrics.ClassMetrics;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.GroupBootstrap;
import io.github.blurdetect.dataset.metrics.Interval;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import io.github.blurdetect.tree.TreeMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Trains a tree model: cross-validation by group finds the number of trees, the threshold and the
 * figures, on labelled photos alone, then one model is trained on all photos.
 *
 * <p>The number of trees is the one of the lowest held-out loss, the threshold that of the best F1
 * on out-of-fold scores, so both are slightly favourable to the figures; held-out pages tell
 * better. The same table, options and XGBoost version give the same model, whatever the number of
 * threads.
 */
public final class TreeTrainer {

  /** Told how far a training is. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Takes note of some more rounds of all folds.
     *
     * @param rounds rounds done
     * @param maxRounds rounds at most
     * @param bestRounds rounds of the lowest held-out loss so far
     * @param bestLoss that loss
     */
    void boosted(int rounds, int maxRounds, int bestRounds, double bestLoss);
  }

  private final TreeOptions options;
  private final Progress progress;

  /**
   * Makes a trainer.
   *
   * @param options how to train
   */
  public TreeTrainer(TreeOptions options) {
    this(options, (rounds, maxRounds, bestRounds, bestLoss) -> {});
  }

  /**
   * Makes a trainer that tells how far it is.
   *
   * @param options how to train
   * @param progress told after each batch of rounds, from the calling thread
   */
  public TreeTrainer(TreeOptions options, Progress progress) {
    this.options = Objects.requireNonNull(options, "options");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Trains a model.
   *
   * @param table photos of both classes, of at least as many groups as folds
   * @param provenance what the model's file is to say of its origin
   * @return the model and what was measured on the way
   * @throws IllegalArgumentException if there are fewer groups than folds, or a monotone feature is
   *     unknown
   * @throws TreeTrainingException if XGBoost fails
   * @throws InterruptedException if the calling thread is interrupted
   */
  public TrainedTree train(TrainingTable table, Provenance provenance) throws InterruptedException {
    try (CrossValidation validation = new CrossValidation(table, options, progress)) {
      validation.run();
      OutOfFold outOfFold = validation.outOfFold();
      double threshold = BestThreshold.byF1(outOfFold.labelledScores());
      Map<String, Double> metrics = metrics(outOfFold, threshold, validation);
      TreeMetadata metadata =
          new TreeMetadata(
              table.featureNames(),
              table.extractorVersion(),
              threshold,
              provenance.trainingData(),
              options.seed(),
              provenance.command(),
              metrics,
              provenance.projectVersion());
      return new TrainedTree(
          withMetadata(fit(table, validation.bestRounds()), metadata), outOfFold);
    }
  }

  private String fit(TrainingTable table, int rounds) {
    try (XgboostRun run = new XgboostRun(table, row -> true, options)) {
      run.boost(rounds);
      return run.json();
    }
  }

  private static Map<String, Double> metrics(
      OutOfFold outOfFold, double threshold, CrossValidation validation) {
    LabelledScores scores = outOfFold.labelledScores();
    ConfusionMatrix matrix = ConfusionMatrix.of(scores, threshold);
    ClassMetrics blurred = matrix.blurred();
    Interval interval = GroupBootstrap.defaults().f1(scores, outOfFold.groups(), threshold);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("photos", (double) scores.size());
    metrics.put("out_of_fold_loss", validation.bestLoss());
    metrics.put("out_of_fold_accuracy", matrix.accuracy());
    metrics.put("out_of_fold_precision", blurred.precision());
    metrics.put("out_of_fold_recall", blurred.recall());
    metrics.put("out_of_fold_f1", blurred.f1());
    metrics.put("out_of_fold_f1_low", interval.low());
    metrics.put("out_of_fold_f1_high", interval.high());
    metrics.put("out_of_fold_roc_auc", Ranking.rocAuc(scores));
    metrics.put("out_of_fold_average_precision", Ranking.averagePrecision(scores));
    metrics.put("out_of_fold_brier", Calibration.brier(scores));
    return metrics;
  }

  /** Adds our object to XGBoost's, which ignores it: the file stays one that XGBoost can load. */
  private static String withMetadata(String json, TreeMetadata metadata) {
    JsonObject document = JsonParser.parseString(json).getAsJsonObject();
    document.add(TreeMetadata.KEY, new Gson().toJsonTree(metadata.toJsonMap()));
    return document.toString();
  }
}
