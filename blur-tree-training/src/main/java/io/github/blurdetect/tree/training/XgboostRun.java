package io.github.blurdetect.tree.training;

import io.github.blurdetect.tree.TreeModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * One booster on some rows of a table, trained round by round on one native thread: sums in XGBoost
 * depend on the number of threads, so it is fixed. Not safe for use by many threads at once.
 */
final class XgboostRun implements AutoCloseable {
  private final DMatrix matrix;
  private final Booster booster;
  private int rounds;

  /**
   * Prepares.
   *
   * @param chosen which of the table's photos to train on, marginal ones among them; a single tree
   *     counts blurred photos and leaves those out
   */
  XgboostRun(TrainingTable table, Predicate<TrainingTable.Row> chosen, TreeOptions options) {
    List<TrainingTable.Row> rows = new ArrayList<>();
    table.rows().stream().filter(chosen).forEach(rows::add);
    if (options.kind() == TreeOptions.Kind.BOOSTED) {
      table.marginal().stream().filter(chosen).forEach(rows::add);
    }
    try {
      matrix = matrix(table, rows, options.kind());
      booster = XGBoost.train(matrix, parameters(table, options), 0, Map.of(), null, null);
    } catch (XGBoostError | UnsatisfiedLinkError | NoClassDefFoundError e) {
      throw failed("XGBoost could not be set up", e);
    }
  }

  private static DMatrix matrix(
      TrainingTable table, List<TrainingTable.Row> rows, TreeOptions.Kind kind)
      throws XGBoostError {
    int columns = table.featureNames().size();
    int count = rows.stream().mapToInt(row -> 1 + row.variants().size()).sum();
    float[] values = new float[Math.multiplyExact(count, columns)];
    float[] labels = new float[count];
    float[] weights = new float[count];
    int next = 0;
    for (TrainingTable.Row row : rows) {
      int end = next + 1 + row.variants().size();
      Arrays.fill(labels, next, end, (float) truth(row, kind));
      Arrays.fill(weights, next, end, (float) (row.weight() / (end - next)));
      copy(row.values(), values, next++ * columns);
      for (double[] variant : row.variants()) {
        copy(variant, values, next++ * columns);
      }
    }
    DMatrix matrix = new DMatrix(values, count, columns, Float.NaN);
    matrix.setLabel(labels);
    matrix.setWeight(weights);
    matrix.setFeatureNames(table.featureNames().toArray(new String[0]));
    return matrix;
  }

  private static void copy(double[] from, float[] to, int at) {
    for (int i = 0; i < from.length; i++) {
      to[at + i] = (float) from[i];
    }
  }

  /** What the model is to say of a photo: a single tree counts blurred photos. */
  static double truth(TrainingTable.Row row, TreeOptions.Kind kind) {
    if (kind == TreeOptions.Kind.SINGLE) {
      return row.blurred() ? 1 : 0;
    }
    return row.target();
  }

  private static Map<String, Object> parameters(TrainingTable table, TreeOptions options) {
    Map<String, Object> map = new HashMap<>();
    map.put("verbosity", 0);
    map.put("nthread", 1);
    map.put("seed", options.seed());
    map.put("seed_per_iteration", true); // The draws then do not depend on the calling thread.
    map.put("max_depth", options.maxDepth());
    map.put("min_child_weight", options.minChildWeight());
    map.put("lambda", options.lambda());
    map.put("eta", options.learningRate());
    map.put("subsample", options.rowShare());
    map.put("colsample_bytree", options.columnShare());
    map.put("monotone_constraints", monotone(table.featureNames(), options.monotone()));
    if (options.kind() == TreeOptions.Kind.SINGLE) {
      // On labels 0 and 1, squared error from 0 without penalty splits by Gini impurity, and a
      // leaf's value is its share of blurred photos.
      map.put("objective", "reg:squarederror");
      map.put("base_score", 0);
      map.put("tree_method", "exact");
    } else {
      map.put("objective", "binary:logistic");
      map.put("base_score", 0.5);
      map.put("tree_method", "hist");
    }
    return map;
  }

  private static String monotone(List<String> features, Map<String, Integer> directions) {
    for (String name : directions.keySet()) {
      if (!features.contains(name)) {
        throw new IllegalArgumentException(
            "monotone feature '" + name + "' is unknown, found " + features);
      }
    }
    return features.stream()
        .map(name -> String.valueOf(directions.getOrDefault(name, 0)))
        .collect(Collectors.joining(",", "(", ")"));
  }

  void boost(int more) {
    try {
      for (int end = rounds + more; rounds < end; rounds++) {
        booster.update(matrix, rounds);
      }
    } catch (XGBoostError e) {
      throw failed("XGBoost failed in round " + rounds, e);
    }
  }

  String json() {
    try {
      return new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
    } catch (XGBoostError e) {
      throw failed("XGBoost could not save the model", e);
    }
  }

  TreeModel model() {
    return TreeModel.parse(json(), "the model in training");
  }

  private static TreeTrainingException failed(String what, Throwable cause) {
    return new TreeTrainingException(what + ": " + cause.getMessage(), cause);
  }

  @Override
  public void close() {
    booster.dispose();
    matrix.dispose();
  }
}
