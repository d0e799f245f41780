package io.github.blurdetect.tree.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.tree.TreeModel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plain Java walk against XGBoost itself. */
class XgboostAgreementTest {
  private static final int ROWS = 10_000;
  private static final int COLUMNS = 12;

  @ParameterizedTest
  @CsvSource({
    "binary:logistic, hist, 6, 0, 0.5, 200",
    "binary:logistic, exact, 3, 2.5, 0.13, 40", // Pruned nodes stay in the file.
    "binary:logistic, hist, 1, 0, 0.9, 1",
    "reg:squarederror, exact, 3, 0, 0, 1",
    "reg:squarederror, hist, 5, 0, 0.5, 30",
  })
  void predict_randomRowsWithMissingValues_equalsXgboost(
      String objective, String method, int depth, double gamma, double base, int rounds)
      throws Exception {
    SplittableRandom random = new SplittableRandom(depth);
    float[] training = values(random, 3000);
    float[] labels = new float[3000];
    for (int r = 0; r < labels.length; r++) {
      float x = training[r * COLUMNS];
      float y = training[r * COLUMNS + 1];
      labels[r] = (Float.isNaN(x) ? 0.3f : x) > (Float.isNaN(y) ? 0.6f : y) ? 1 : 0;
      labels[r] = random.nextInt(8) == 0 ? 1 - labels[r] : labels[r];
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", objective);
    parameters.put("tree_method", method);
    parameters.put("max_depth", depth);
    parameters.put("gamma", gamma);
    parameters.put("base_score", base);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    DMatrix matrix = new DMatrix(training, 3000, COLUMNS, Float.NaN);
    matrix.setLabel(labels);
    Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
    String json = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
    compare(booster, TreeModel.parse(json, objective), rowsToScore(random, json));
    booster.dispose();
    matrix.dispose();
  }

  private static float[] values(SplittableRandom random, int rows) {
    float[] values = new float[rows * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(7) == 0 ? Float.NaN : random.nextFloat();
    }
    return values;
  }

  /** Random rows; one value in six is a condition of the model or a neighbour of one. */
  private static float[] rowsToScore(SplittableRandom random, String json) {
    float[] conditions =
        Pattern.compile("\"split_conditions\":\\[([^]]*)]")
            .matcher(json)
            .results()
            .flatMap(result -> Arrays.stream(result.group(1).split(",")))
            .collect(
                () -> new Floats(json.length()), (floats, text) -> floats.add(text), (a, b) -> {})
            .trimmed();
    float[] values = values(random, ROWS);
    for (int i = 0; i < values.length; i++) {
      if (random.nextInt(6) == 0) {
        float condition = conditions[random.nextInt(conditions.length)];
        int nudge = random.nextInt(3);
        values[i] =
            nudge == 0 ? condition : nudge == 1 ? Math.nextUp(condition) : Math.nextDown(condition);
      }
    }
    return values;
  }

  private static final class Floats {
    private final float[] values;
    private int size;

    Floats(int capacity) {
      values = new float[capacity];
    }

    void add(String text) {
      values[size++] = Float.parseFloat(text);
    }

    float[] trimmed() {
      return Arrays.copyOf(values, size);
    }
  }

  private static void compare(Booster booster, TreeModel model, float[] values) throws Exception {
    DMatrix matrix = new DMatrix(values, ROWS, COLUMNS, Float.NaN);
    float[][] expected = booster.predict(matrix);
    double largest = 0;
    float[] row = new float[COLUMNS];
    double[] wide = new double[COLUMNS];
    for (int r = 0; r < ROWS; r++) {
      System.arraycopy(values, r * COLUMNS, row, 0, COLUMNS);
      for (int c = 0; c < COLUMNS; c++) {
        wide[c] = row[c];
      }
      double clamped = Math.min(1, Math.max(0, expected[r][0]));
      largest = Math.max(largest, Math.abs(model.predict(row) - clamped));
      assertThat(model.predict(wide)).isEqualTo(model.predict(row));
    }
    matrix.dispose();
    assertThat(largest).isLessThanOrEqualTo(1e-6);
  }

  @Test
  void loadModel_fileWithOurMetadata_isLoadedByXgboostToo() throws Exception {
    TrainingTable table = Tables.noisy(300, 1);
    TreeOptions options = TreeOptions.boosted().toBuilder().maxRounds(20).patience(20).build();
    TrainedTree trained = new TreeTrainer(options).train(table, new Provenance("t", "c", "0"));
    Booster booster = XGBoost.loadModel(trained.json().getBytes(StandardCharsets.UTF_8));
    float[] row = {0.5f, Float.NaN, 0.1f, 0.9f};
    DMatrix matrix = new DMatrix(row, 1, 4, Float.NaN);
    matrix.setFeatureNames(Tables.NAMES.toArray(new String[0]));
    assertThat((double) booster.predict(matrix)[0][0])
        .isCloseTo(trained.model().predict(row), within(1e-6));
    booster.dispose();
    matrix.dispose();
  }
}
