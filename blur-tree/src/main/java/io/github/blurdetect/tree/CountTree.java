package io.github.blurdetect.tree;

import io.github.blurdetect.api.ModelLoadException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single decision tree whose leaves hold the training photos' counts, as scikit-learn's
 * classifier keeps them; the score of a leaf is its share of blurred photos.
 *
 * <p>JSON: an object that maps a tree's name to its root. A split is {@code {"feature": name,
 * "at_most": number, "then": node, "else": node}}, a leaf {@code {"clear": count, "blurred":
 * count}}. As in scikit-learn, a value is rounded to single precision and compared with {@code <=};
 * NaN goes to {@code else}. Instances are immutable and safe for use by many threads.
 */
public final class CountTree {

  /** A split where {@code feature} is at least 0, otherwise a leaf. */
  private record Node(
      int feature, double atMost, @Nullable Node then, @Nullable Node otherwise, double share) {}

  private final Node root;
  private final List<String> featureNames;

  private CountTree(Node root, List<String> featureNames) {
    this.root = root;
    this.featureNames = List.copyOf(featureNames);
  }

  /**
   * Loads one tree of a file.
   *
   * @param file JSON as described above
   * @param name the tree's name in the file
   * @return the tree
   * @throws ModelLoadException if the file cannot be read, has no such tree, or the tree is
   *     malformed
   */
  public static CountTree load(Path file, String name) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return load(reader, name, file.toString());
    } catch (IOException e) {
      throw ModelReader.unreadable(file.toString(), e);
    }
  }

  /**
   * Loads one tree from a reader.
   *
   * @param reader JSON as described above; left open
   * @param name the tree's name in the document
   * @param source where it comes from, for messages
   * @return the tree
   * @throws ModelLoadException if the document has no such tree or the tree is malformed
   */
  public static CountTree load(Reader reader, String name, String source) {
    List<String> features = new ArrayList<>();
    Node root = node(JsonPart.parse(reader, source).get(name), features);
    return new CountTree(root, features);
  }

  // Recursion is bounded: the JSON reader refuses documents nested deeper than 255.
  private static Node node(JsonPart json, List<String> features) {
    JsonPart feature = json.find("feature");
    if (feature == null) {
      return leaf(json);
    }
    String name = feature.string();
    if (!features.contains(name)) {
      features.add(name);
    }
    return new Node(
        features.indexOf(name),
        json.get("at_most").number(),
        node(json.get("then"), features),
        node(json.get("else"), features),
        Double.NaN);
  }

  private static Node leaf(JsonPart json) {
    double clear = json.get("clear").number();
    double blurred = json.get("blurred").number();
    if (clear < 0 || blurred < 0 || clear + blurred <= 0) {
      throw json.wrong("counts of at least 0, not both 0");
    }
    return new Node(-1, Double.NaN, null, null, blurred / (clear + blurred));
  }

  /**
   * Returns the names of the features, in the order in which {@link #predict} takes them.
   *
   * @return those the tree uses, in order of first use from the root, "then" before "else"
   */
  public List<String> featureNames() {
    return featureNames;
  }

  /**
   * Predicts one row.
   *
   * @param row feature values in the order of {@link #featureNames()}
   * @return share of blurred training photos in the leaf, in [0, 1]
   * @throws IllegalArgumentException if the row is too short
   */
  public double predict(double... row) {
    if (row.length < featureNames.size()) {
      throw new IllegalArgumentException(
          "row has " + row.length + " values, expected " + featureNames);
    }
    Node node = root;
    while (node.then != null && node.otherwise != null) {
      node = (float) row[node.feature] <= node.atMost ? node.then : node.otherwise;
    }
    return node.share;
  }
}
