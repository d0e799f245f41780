package io.github.blurdetect.tree;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a tree model comes from and what it needs: kept in the model's own file, in the object
 * {@value #KEY} beside what XGBoost wrote.
 *
 * @param features names of the model's features, in the order of its columns
 * @param extractorVersion version of the extractor that measured them; models fit no other
 * @param threshold blurriness above which an image counts as blurred, in [0, 1]
 * @param trainingData what it was trained on, for people
 * @param seed seed of the training
 * @param command how to train it again, for people
 * @param metrics what was measured on out-of-fold or held-out photos, by name
 * @param projectVersion version of this project that trained it
 */
public record TreeMetadata(
    List<String> features,
    String extractorVersion,
    double threshold,
    String trainingData,
    long seed,
    String command,
    Map<String, Double> metrics,
    String projectVersion) {

  /** Name of the object in the model's file. */
  public static final String KEY = "blur";

  /**
   * Copies the collections and checks them.
   *
   * @throws IllegalArgumentException if there is no feature, a name appears twice, or the threshold
   *     is outside [0, 1]
   */
  public TreeMetadata {
    features = List.copyOf(features);
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    if (features.isEmpty() || features.stream().distinct().count() != features.size()) {
      throw new IllegalArgumentException(
          "features are " + features + ", expected at least one and no name twice");
    }
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold is " + threshold + ", expected 0 to 1");
    }
  }

  static TreeMetadata read(JsonPart json) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    JsonPart measured = json.get("metrics");
    for (String name : measured.names()) {
      metrics.put(name, measured.get(name).number());
    }
    List<String> features = json.get("features").strings();
    if (features.isEmpty() || features.stream().distinct().count() != features.size()) {
      throw json.get("features").wrong("at least one name and none twice");
    }
    double threshold = json.get("threshold").number();
    if (threshold < 0 || threshold > 1) {
      throw json.get("threshold").wrong("0 to 1");
    }
    return new TreeMetadata(
        features,
        json.get("extractor_version").string(),
        threshold,
        json.get("training_data").string(),
        json.get("seed").longInteger(),
        json.get("command").string(),
        metrics,
        json.get("project_version").string());
  }

  /**
   * Returns the metadata in the form in which it is kept under {@value #KEY}.
   *
   * @return strings, numbers, lists and maps, in a fixed order
   */
  public Map<String, Object> toJsonMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("features", features);
    map.put("extractor_version", extractorVersion);
    map.put("threshold", threshold);
    map.put("training_data", trainingData);
    map.put("seed", seed);
    map.put("command", command);
    map.put("metrics", metrics);
    map.put("project_version", projectVersion);
    return map;
  }
}
