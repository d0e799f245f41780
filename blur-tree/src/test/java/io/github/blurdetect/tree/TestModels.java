package io.github.blurdetect.tree;

/** Small models written by hand in the form that XGBoost 3.0 saves. */
final class TestModels {
  private TestModels() {}

  /** First tree: x0 < 0.5 (missing left) then x1 < 2 (missing right); second: one leaf, 0.25. */
  static final String TWO_TREES =
      """
      {"learner": {
        "attributes": {},
        "feature_names": ["sharpness", "noise"],
        "feature_types": ["float", "float"],
        "gradient_booster": {
          "model": {
            "gbtree_model_param": {"num_parallel_tree": "1", "num_trees": "2"},
            "tree_info": [0, 0],
            "trees": [
              {"categories": [], "default_left": [1, 0, 0, 0, 0], "id": 0,
               "left_children": [1, 3, -1, -1, -1],
               "loss_changes": [7.5E0, 2.5E0, 0E0, 0E0, 0E0],
               "right_children": [2, 4, -1, -1, -1],
               "split_conditions": [5E-1, 2E0, -1.5E0, 1E0, 7.5E-1],
               "split_indices": [0, 1, 0, 0, 0],
               "split_type": [0, 0, 0, 0, 0],
               "tree_param": {"num_feature": "2", "num_nodes": "5", "size_leaf_vector": "1"}},
              {"categories": [], "default_left": [0], "id": 1,
               "left_children": [-1], "loss_changes": [0E0], "right_children": [-1],
               "split_conditions": [2.5E-1], "split_indices": [0], "split_type": [0],
               "tree_param": {"num_feature": "2", "num_nodes": "1", "size_leaf_vector": "1"}}]},
          "name": "gbtree"},
        "learner_model_param": {"base_score": "2E-1", "boost_from_average": "1",
          "num_class": "0", "num_feature": "2", "num_target": "1"},
        "objective": {"name": "binary:logistic", "reg_loss_param": {"scale_pos_weight": "1"}}},
       "version": [3, 0, 4],
       "blur": {"features": ["sharpness", "noise"], "extractor_version": "1", "threshold": 0.4,
         "training_data": "made by hand", "seed": 7, "command": "none",
         "metrics": {"f1": 0.9}, "project_version": "0.1.0"}}
      """;

  static TreeModel twoTrees() {
    return TreeModel.parse(TWO_TREES, "two-trees.json");
  }

  static String with(String old, String replacement) {
    if (!TWO_TREES.contains(old)) {
      throw new IllegalArgumentException("the model does not contain " + old);
    }
    return TWO_TREES.replace(old, replacement);
  }
}
