package io.github.blurdetect.tree;

import io.github.blurdetect.api.ModelLoadException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that XGBoost 2 and 3 save: {@code gbtree} with one output and numerical splits.
 *
 * <p>Format: XGBoost's doc/model.schema (version 3.0).
 */
final class ModelReader {
  private static final int MAX_FEATURES = 1 << 16;

  private ModelReader() {}

  static TreeModel read(Reader reader, String source) {
    JsonPart document = JsonPart.parse(reader, source);
    JsonPart learner = document.get("learner");
    TreeModel.Objective objective = objective(learner);
    JsonPart parameters = learner.get("learner_model_param");
    refuseMany(parameters, "num_class");
    refuseMany(parameters, "num_target");
    int featureCount = parameters.get("num_feature").integer();
    if (featureCount < 1 || featureCount > MAX_FEATURES) {
      throw parameters.get("num_feature").wrong("1 to " + MAX_FEATURES);
    }
    float bias = objective.margin(baseScore(parameters.get("base_score"), objective));
    Optional<TreeMetadata> metadata = metadata(document, featureCount);
    List<String> names = names(learner, metadata, featureCount);
    return new TreeModel(
        objective, bias, names, featureCount, trees(learner, featureCount), metadata, source);
  }

  private static TreeModel.Objective objective(JsonPart learner) {
    JsonPart name = learner.get("objective").get("name");
    return switch (name.string()) {
      case "binary:logistic" -> TreeModel.Objective.LOGISTIC;
      case "reg:squarederror" -> TreeModel.Objective.SHARE;
      default -> throw name.wrong("binary:logistic or reg:squarederror");
    };
  }

  private static void refuseMany(JsonPart parameters, String name) {
    JsonPart part = parameters.find(name);
    if (part != null && part.integer() > 1) {
      throw part.wrong("one output");
    }
  }

  /** "5E-1" up to version 3.0, "[5E-1]" from 3.1. */
  private static float baseScore(JsonPart part, TreeModel.Objective objective) {
    String text = part.isArray() ? String.join(",", part.strings()) : part.string().strip();
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    try {
      float score = Float.parseFloat(text);
      if (objective.takesBase(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw part.wrong("one number such as 5E-1 or [5E-1]");
    }
    throw part.wrong(objective.baseRange());
  }

  private static Optional<TreeMetadata> metadata(JsonPart document, int featureCount) {
    JsonPart part = document.find(TreeMetadata.KEY);
    if (part == null) {
      return Optional.empty();
    }
    TreeMetadata metadata = TreeMetadata.read(part);
    if (metadata.features().size() != featureCount) {
      throw part.get("features")
          .wrong(featureCount + " names as in num_feature, not " + metadata.features().size());
    }
    return Optional.of(metadata);
  }

  private static List<String> names(
      JsonPart learner, Optional<TreeMetadata> metadata, int featureCount) {
    @Nullable JsonPart part = learner.find("feature_names");
    List<String> saved = part == null ? List.of() : part.strings();
    if (part != null && !saved.isEmpty() && saved.size() != featureCount) {
      throw part.wrong(featureCount + " names as in num_feature, not " + saved.size());
    }
    if (metadata.isEmpty()) {
      return saved;
    }
    List<String> own = metadata.get().features();
    if (part != null && !saved.isEmpty() && !saved.equals(own)) {
      throw part.wrong("the names in " + TreeMetadata.KEY + ".features, " + own);
    }
    return own;
  }

  private static TreeNodes trees(JsonPart learner, int featureCount) {
    JsonPart booster = learner.get("gradient_booster");
    if (!booster.get("name").string().equals("gbtree")) {
      throw booster.get("name").wrong("gbtree");
    }
    List<JsonPart> trees = booster.get("model").get("trees").items();
    if (trees.isEmpty()) {
      throw booster.get("model").get("trees").wrong("at least one tree");
    }
    return TreeFlattener.flatten(trees, featureCount);
  }

  static ModelLoadException unreadable(String source, Exception cause) {
    return new ModelLoadException(source + ": cannot be read: " + cause, cause);
  }
}
