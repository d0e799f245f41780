package io.github.blurdetect.stacking;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small stacks for the tests. */
final class Models {
  private Models() {}

  static Member member(String name) {
    return new Member(name, Optional.empty(), Calibration.Platt.IDENTITY);
  }

  static StackerModel stack(Optional<Cascade> cascade, String... members) {
    List<Member> all = java.util.Arrays.stream(members).map(Models::member).toList();
    Combiner even =
        new Combiner.Logistic(0, all.stream().map(member -> 1.0 / members.length).toList());
    return new StackerModel(
        "test", all, even, new Calibration.Platt(2, 0), 0.5, cascade, Map.of("made", "by hand"));
  }

  static StackerModel cascaded() {
    return stack(Optional.of(new Cascade("cheap", 0.1, 0.9, 0.6, 0.002)), "cheap", "costly");
  }

  static StackerModel plain() {
    return stack(Optional.empty(), "cheap", "costly");
  }

  /** One split on the second score at 0.5: leaf -1 below, leaf 2 above; missing goes right. */
  static final String XGBOOST =
      """
      {"learner": {
        "feature_names": ["cheap", "costly"],
        "gradient_booster": {
          "name": "gbtree",
          "model": {
            "tree_info": [0],
            "trees": [{
              "base_weights": [0, -1, 2],
              "categories": [], "categories_nodes": [], "categories_segments": [],
              "categories_sizes": [],
              "default_left": [0, 0, 0],
              "id": 0,
              "left_children": [1, -1, -1],
              "loss_changes": [1, 0, 0],
              "parents": [2147483647, 0, 0],
              "right_children": [2, -1, -1],
              "split_conditions": [0.5, -1, 2],
              "split_indices": [1, 0, 0],
              "split_type": [0, 0, 0],
              "sum_hessian": [2, 1, 1],
              "tree_param": {"num_nodes": "3", "num_feature": "2", "num_deleted": "0", "size_leaf_vector": "1"}
            }],
            "gbtree_model_param": {"num_trees": "1", "num_parallel_tree": "1"}
          }
        },
        "learner_model_param": {"base_score": "5E-1", "num_class": "0", "num_feature": "2", "num_target": "1"},
        "objective": {"name": "binary:logistic"}
      }, "version": [3, 0, 4]}
      """;
}
