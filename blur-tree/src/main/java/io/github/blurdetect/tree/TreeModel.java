package io.github.blurdetect.tree;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trained tree model: plain Java over the JSON that XGBoost saves, equal to XGBoost's prediction.
 *
 * <p>As in XGBoost, features and conditions are compared in single precision, NaN means missing and
 * takes the branch the training chose, and leaves are summed in single precision in the order of
 * the trees. A prediction allocates nothing. Instances are immutable and safe for use by many
 * threads.
 *
 * <p>Source: Chen and Guestrin, XGBoost: a scalable tree boosting system, 2016, doi
 * 10.1145/2939672.2939785.
 */
public final class TreeModel {

  /** How a margin becomes blurriness. */
  enum Objective {
    /** {@code binary:logistic}: the margin is a log-odds. */
    LOGISTIC,
    /** {@code reg:squarederror} on labels 0 and 1: the margin is a share, clamped to [0, 1]. */
    SHARE;

    boolean takesBase(float score) {
      return this == LOGISTIC ? score > 0 && score < 1 : Float.isFinite(score);
    }

    String baseRange() {
      return this == LOGISTIC ? "between 0 and 1" : "a finite number";
    }

    float margin(float base) {
      return this == LOGISTIC ? (float) -Math.log(1 / base - 1) : base;
    }

    double blurriness(float margin) {
      return this == LOGISTIC
          ? 1 / (1 + Math.exp(-(double) margin))
          : Math.min(1, Math.max(0, margin));
    }
  }

  private final Objective objective;
  private final float bias;
  private final List<String> featureNames;
  private final TreeNodes nodes;
  private final @Nullable HeapTrees heaps; // Null where they do not suit.
  private final Optional<TreeMetadata> metadata;
  private final String source;
  private final int featureCount;

  TreeModel(
      Objective objective,
      float bias,
      List<String> featureNames,
      int featureCount,
      TreeNodes nodes,
      Optional<TreeMetadata> metadata,
      String source) {
    this.objective = objective;
    this.bias = bias;
    this.featureNames = featureNames;
    this.featureCount = featureCount;
    this.nodes = nodes;
    this.heaps = HeapTrees.suit(nodes) ? new HeapTrees(nodes) : null;
    this.metadata = metadata;
    this.source = source;
  }

  /**
   * Loads a model from a file.
   *
   * @param file JSON that XGBoost saved, with or without our metadata
   * @return the model
   * @throws ModelLoadException if the file cannot be read or is no model that can be used
   */
  public static TreeModel load(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return ModelReader.read(reader, file.toString());
    } catch (IOException e) {
      throw ModelReader.unreadable(file.toString(), e);
    }
  }

  /**
   * Loads a model from a stream, which is left open.
   *
   * @param stream UTF-8 JSON that XGBoost saved, with or without our metadata
   * @param source where it comes from, for messages
   * @return the model
   * @throws ModelLoadException if the stream cannot be read or is no model that can be used
   */
  public static TreeModel load(InputStream stream, String source) {
    return ModelReader.read(new InputStreamReader(stream, StandardCharsets.UTF_8), source);
  }

  /**
   * Loads a model from text.
   *
   * @param json what XGBoost saved, with or without our metadata
   * @param source where it comes from, for messages
   * @return the model
   * @throws ModelLoadException if it is no model that can be used
   */
  public static TreeModel parse(String json, String source) {
    return ModelReader.read(new StringReader(json), source);
  }

  /**
   * Predicts one row.
   *
   * @param row feature values in the model's order, NaN where missing; at least {@link
   *     #featureCount()} long
   * @return blurriness in [0, 1]
   * @throws IllegalArgumentException if the row is too short
   */
  public double predict(float[] row) {
    return objective.blurriness(margin(row));
  }

  /**
   * Predicts one row, each value rounded to single precision first.
   *
   * @param row feature values in the model's order, NaN where missing; at least {@link
   *     #featureCount()} long
   * @return blurriness in [0, 1]
   * @throws IllegalArgumentException if the row is too short
   */
  public double predict(double[] row) {
    return objective.blurriness(margin(row));
  }

  /**
   * Predicts one row before the last step.
   *
   * @param row as for {@link #predict(float[])}
   * @return log-odds for {@code binary:logistic}, unclamped share for {@code reg:squarederror}
   * @throws IllegalArgumentException if the row is too short
   */
  public float margin(float[] row) {
    checkLength(row.length);
    if (heaps != null) {
      return heaps.margin(bias, row);
    }
    float sum = bias;
    for (int root : nodes.roots()) {
      int node = root;
      for (int column = nodes.feature()[node]; column >= 0; column = nodes.feature()[node]) {
        node = next(node, row[column]);
      }
      sum += nodes.value()[node];
    }
    return sum;
  }

  /**
   * Predicts one row before the last step, each value rounded to single precision first.
   *
   * @param row as for {@link #predict(double[])}
   * @return as for {@link #margin(float[])}
   * @throws IllegalArgumentException if the row is too short
   */
  public float margin(double[] row) {
    checkLength(row.length);
    if (heaps != null) {
      return heaps.margin(bias, row);
    }
    float sum = bias;
    for (int root : nodes.roots()) {
      sum += nodes.value()[leaf(root, row)];
    }
    return sum;
  }

  /**
   * Predicts one row with the first tree, the first two, and so on.
   *
   * @param row as for {@link #predict(double[])}
   * @return a new array, one value a tree; the last is {@link #predict(double[])}
   * @throws IllegalArgumentException if the row is too short
   */
  public double[] predictByTree(double[] row) {
    checkLength(row.length);
    double[] values = new double[treeCount()];
    float sum = bias;
    for (int tree = 0; tree < values.length; tree++) {
      sum += nodes.value()[leaf(nodes.roots()[tree], row)];
      values[tree] = objective.blurriness(sum);
    }
    return values;
  }

  private int leaf(int root, double[] row) {
    int node = root;
    for (int column = nodes.feature()[node]; column >= 0; column = nodes.feature()[node]) {
      node = next(node, (float) row[column]);
    }
    return node;
  }

  private int next(int node, float value) {
    if (value < nodes.value()[node]) {
      return nodes.left()[node];
    }
    return Float.isNaN(value) ? nodes.missing()[node] : nodes.right()[node];
  }

  private void checkLength(int length) {
    if (length < featureCount) {
      throw new IllegalArgumentException(
          "row has " + length + " values, expected " + featureCount + " (" + source + ")");
    }
  }

  /**
   * Returns how many columns a row needs.
   *
   * @return at least 1
   */
  public int featureCount() {
    return featureCount;
  }

  /**
   * Returns the names of the columns.
   *
   * @return in order; empty where the file has none
   */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Returns how much each column's splits lessened the loss in training, summed over all trees.
   *
   * @return a new array, one value a column
   */
  public double[] totalGain() {
    double[] total = new double[featureCount];
    for (int node = 0; node < nodes.feature().length; node++) {
      if (nodes.feature()[node] >= 0) {
        total[nodes.feature()[node]] += nodes.gain()[node];
      }
    }
    return total;
  }

  /**
   * Returns the number of trees.
   *
   * @return at least 1
   */
  public int treeCount() {
    return nodes.roots().length;
  }

  /**
   * Returns the longest way from a root to a leaf.
   *
   * @return splits on the way, 0 where every tree is one leaf
   */
  public int depth() {
    return nodes.depth();
  }

  /**
   * Returns where the model comes from and what it needs.
   *
   * @return empty for a file that XGBoost alone wrote
   */
  public Optional<TreeMetadata> metadata() {
    return metadata;
  }

  /**
   * Returns where the model was loaded from, for messages.
   *
   * @return a path or a name
   */
  public String source() {
    return source;
  }
}
