package io.github.blurdetect.tree.training;

import io.github.blurdetect.dataset.evaluation.Workers;
import io.github.blurdetect.dataset.split.GroupFolds;
import io.github.blurdetect.tree.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Trains one model a fold on the other folds' photos and lets it score the photos held out, round
 * by round, until the held-out loss has not improved for a while.
 */
final class CrossValidation implements AutoCloseable {
  /** Keeps logarithms finite. */
  private static final double LEAST = 1e-15;

  private final TrainingTable table;
  private final TreeOptions options;
  private final TreeTrainer.Progress progress;
  private final int[] foldOfRow;
  private final List<XgboostRun> runs = new ArrayList<>();
  private double[][] scoresByRow = new double[0][0]; // Row, then round.
  private int bestRounds;
  private double bestLoss = Double.POSITIVE_INFINITY;

  CrossValidation(TrainingTable table, TreeOptions options, TreeTrainer.Progress progress) {
    this.table = table;
    this.options = options;
    this.progress = progress;
    foldOfRow = GroupFolds.assign(table.groups(), table.labels(), options.folds(), options.seed());
    for (int fold = 0; fold < options.folds(); fold++) {
      Set<String> heldOut = new HashSet<>();
      for (int row = 0; row < foldOfRow.length; row++) {
        if (foldOfRow[row] == fold) {
          heldOut.add(table.rows().get(row).group());
        }
      }
      runs.add(new XgboostRun(table, row -> !heldOut.contains(row.group()), options));
    }
  }

  void run() throws InterruptedException {
    int done = 0;
    while (done < options.maxRounds() && done - bestRounds < options.patience()) {
      int more = Math.min(options.patience(), options.maxRounds() - done);
      double[][] scores = new double[foldOfRow.length][];
      Workers.forEach(
          options.folds(),
          options.threads(),
          fold -> {
            runs.get(fold).boost(more);
            score(fold, runs.get(fold).model(), scores);
          });
      scoresByRow = scores;
      for (int round = done + 1; round <= done + more; round++) {
        double loss = loss(round);
        if (loss < bestLoss) {
          bestLoss = loss;
          bestRounds = round;
        }
      }
      done += more;
      progress.boosted(done, options.maxRounds(), bestRounds, bestLoss);
    }
  }

  private void score(int fold, TreeModel model, double[][] scores) {
    for (int row = 0; row < foldOfRow.length; row++) {
      if (foldOfRow[row] == fold) {
        scores[row] = model.predictByTree(table.rows().get(row).values());
      }
    }
  }

  /** Mean cross-entropy of the held-out photos, or mean squared error for a single tree. */
  private double loss(int rounds) {
    double sum = 0;
    double weights = 0;
    for (int row = 0; row < scoresByRow.length; row++) {
      double p = scoresByRow[row][rounds - 1];
      double weight = table.rows().get(row).weight();
      sum += weight * loss(XgboostRun.truth(table.rows().get(row), options.kind()), p);
      weights += weight;
    }
    return sum / weights;
  }

  private double loss(double truth, double p) {
    if (options.kind() == TreeOptions.Kind.SINGLE) {
      return (truth - p) * (truth - p);
    }
    return -truth * Math.log(Math.max(LEAST, p)) - (1 - truth) * Math.log(Math.max(LEAST, 1 - p));
  }

  int bestRounds() {
    return bestRounds;
  }

  double bestLoss() {
    return bestLoss;
  }

  OutOfFold outOfFold() {
    double[] scores =
        Arrays.stream(scoresByRow).mapToDouble(byRound -> byRound[bestRounds - 1]).toArray();
    List<OutOfFold.Row> rows = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      TrainingTable.Row row = table.rows().get(i);
      rows.add(new OutOfFold.Row(row.name(), row.group(), row.blurred(), foldOfRow[i], scores[i]));
    }
    return new OutOfFold(rows);
  }

  @Override
  public void close() {
    runs.forEach(XgboostRun::close);
  }
}
