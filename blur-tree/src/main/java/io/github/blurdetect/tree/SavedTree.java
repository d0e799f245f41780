package io.github.blurdetect.tree;

import io.github.blurdetect.api.ModelLoadException;

/** One tree as XGBoost saves it: parallel arrays, checked to be of one length. */
final class SavedTree {
  private final JsonPart json;
  private final int[] leftChildren;
  private final int[] rightChildren;
  private final int[] splitIndices;
  private final float[] splitConditions;
  private final int[] defaultLeft;
  private final float[] lossChanges;

  SavedTree(JsonPart json) {
    this.json = json;
    refuseUnsupported();
    leftChildren = json.get("left_children").integers();
    if (leftChildren.length == 0) {
      throw json.get("left_children").wrong("at least one node");
    }
    rightChildren = sameLength("right_children", json.get("right_children").integers());
    splitIndices = sameLength("split_indices", json.get("split_indices").integers());
    splitConditions = json.get("split_conditions").floats();
    checkLength("split_conditions", splitConditions.length);
    defaultLeft = sameLength("default_left", flags(json.get("default_left")));
    lossChanges = json.get("loss_changes").floats();
    checkLength("loss_changes", lossChanges.length);
  }

  private void refuseUnsupported() {
    JsonPart categories = json.find("categories");
    if (categories != null && !categories.items().isEmpty()) {
      throw categories.wrong("no categorical splits");
    }
    JsonPart types = json.find("split_type");
    if (types != null) {
      for (int type : types.integers()) {
        if (type != 0) {
          throw types.wrong("numerical splits only (0)");
        }
      }
    }
    JsonPart vector = json.get("tree_param").find("size_leaf_vector");
    if (vector != null && vector.integer() > 1) {
      throw vector.wrong("one value a leaf");
    }
  }

  /** Written as 0 and 1, or as false and true by other versions. */
  private static int[] flags(JsonPart part) {
    return part.items().stream()
        .mapToInt(
            item ->
                switch (item.string()) {
                  case "0", "false" -> 0;
                  case "1", "true" -> 1;
                  default -> throw item.wrong("0 or 1");
                })
        .toArray();
  }

  private int[] sameLength(String name, int[] values) {
    checkLength(name, values.length);
    return values;
  }

  private void checkLength(String name, int length) {
    if (length != leftChildren.length) {
      throw json.get(name)
          .wrong(leftChildren.length + " values as in left_children, not " + length);
    }
  }

  int size() {
    return leftChildren.length;
  }

  boolean isLeaf(int node) {
    if (leftChildren[node] == -1 && rightChildren[node] != -1) {
      throw wrong(node, "a right child only", "both children or none");
    }
    return leftChildren[node] == -1;
  }

  int left(int node) {
    return leftChildren[node];
  }

  int right(int node) {
    return rightChildren[node];
  }

  int feature(int node) {
    return splitIndices[node];
  }

  float condition(int node) {
    return splitConditions[node];
  }

  float gain(int node) {
    return lossChanges[node];
  }

  boolean missingGoesLeft(int node) {
    return defaultLeft[node] == 1;
  }

  ModelLoadException wrong(int node, String found, String expected) {
    return json.wrongAt("node " + node, found, expected);
  }
}
