package io.github.blurdetect.stacking;

import io.github.blurdetect.tree.TreeModel;
import java.util.List;

/** Joins the members' scores into one. Instances are immutable and safe for use by many threads. */
public sealed interface Combiner {

  /**
   * Joins scores.
   *
   * @param scores one a member, in [0, 1], in the stacker's order, none missing
   * @return log-odds of being blurred, not yet calibrated
   */
  double logOdds(double[] scores);

  /**
   * Returns how many scores are joined.
   *
   * @return at least 1
   */
  int inputs();

  /**
   * A weighted sum of the members' log-odds.
   *
   * @param intercept added to the sum
   * @param weights one a member
   */
  record Logistic(double intercept, List<Double> weights) implements Combiner {

    /**
     * Checks the numbers and copies the list.
     *
     * @throws IllegalArgumentException if there is no weight or a number is not finite
     */
    public Logistic {
      weights = List.copyOf(weights);
      if (weights.isEmpty()) {
        throw new IllegalArgumentException(
            "logistic combiner has no weight, expected one a member");
      }
      if (!Double.isFinite(intercept) || !weights.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "logistic combiner has intercept %s and weights %s, expected finite numbers"
                .formatted(intercept, weights));
      }
    }

    @Override
    public double logOdds(double[] scores) {
      double sum = intercept;
      for (int i = 0; i < weights.size(); i++) {
        sum += weights.get(i) * LogOdds.of(scores[i]);
      }
      return sum;
    }

    @Override
    public int inputs() {
      return weights.size();
    }
  }

  /**
   * One tree or a boosted sum of trees over the members' scores, as XGBoost saves it.
   *
   * @param model the trees; its features are the members' scores in the stacker's order
   * @param json what {@code model} was read from, kept for saving
   */
  record Trees(TreeModel model, String json) implements Combiner {

    /**
     * Reads trees.
     *
     * @param json what XGBoost saved
     * @param source where it comes from, for messages
     * @return a new instance
     * @throws io.github.blurdetect.api.ModelLoadException if it is no model that can be used
     */
    public static Trees parse(String json, String source) {
      return new Trees(TreeModel.parse(json, source), json);
    }

    @Override
    public double logOdds(double[] scores) {
      return LogOdds.of(model.predict(scores));
    }

    @Override
    public int inputs() {
      return model.featureCount();
    }
  }
}
