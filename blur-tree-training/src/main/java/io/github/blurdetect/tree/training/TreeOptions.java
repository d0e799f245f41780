package io.github.blurdetect.tree.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a tree model is trained.
 *
 * @param kind one tree or many
 * @param maxDepth splits from root to leaf, 1 to 12
 * @param maxRounds trees at most, at least 1; 1 for a single tree
 * @param learningRate share of each tree's step that is taken, in (0, 1]
 * @param minChildWeight least sum of second derivatives in a leaf, at least 0
 * @param lambda L2 penalty on leaf values, at least 0
 * @param rowShare share of the rows drawn for each tree, in (0, 1]
 * @param columnShare share of the columns drawn for each tree, in (0, 1]
 * @param folds folds of the cross-validation by group, at least 2
 * @param patience rounds without a better held-out loss after which boosting stops, at least 1
 * @param monotone features whose effect is bound to one direction, by name: 1 where a higher value
 *     may only raise blurriness, -1 where it may only lower it
 * @param seed seed of folds and draws
 * @param threads folds trained at once, at least 1; the result does not depend on it
 */
public record TreeOptions(
    Kind kind,
    int maxDepth,
    int maxRounds,
    double learningRate,
    double minChildWeight,
    double lambda,
    double rowShare,
    double columnShare,
    int folds,
    int patience,
    Map<String, Integer> monotone,
    long seed,
    int threads) {

  /** Which form a model takes. */
  public enum Kind {
    /**
     * One tree that splits by Gini impurity and answers with the share of blurred photos in a leaf.
     */
    SINGLE,
    /** Gradient-boosted trees with logistic loss. */
    BOOSTED
  }

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public TreeOptions {
    check("maxDepth", maxDepth, 1, 12);
    check("maxRounds", maxRounds, 1, kind == Kind.SINGLE ? 1 : 100_000);
    check("learningRate", learningRate, Double.MIN_NORMAL, 1);
    check("minChildWeight", minChildWeight, 0, Double.MAX_VALUE);
    check("lambda", lambda, 0, Double.MAX_VALUE);
    check("rowShare", rowShare, Double.MIN_NORMAL, 1);
    check("columnShare", columnShare, Double.MIN_NORMAL, 1);
    check("folds", folds, 2, 1000);
    check("patience", patience, 1, 100_000);
    check("seed", (double) seed, 0, Integer.MAX_VALUE); // What XGBoost's seed takes.
    check("threads", threads, 1, 1024);
    monotone = Map.copyOf(monotone);
    monotone.forEach((name, direction) -> check("monotone " + name, direction, -1, 1));
  }

  private static void check(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + low + " to " + high);
    }
  }

  /**
   * Returns a boosted model's settings.
   *
   * @return the defaults
   */
  public static TreeOptions boosted() {
    return new TreeOptions(Kind.BOOSTED, 4, 1000, 0.05, 4, 2, 0.8, 0.7, 5, 60, Map.of(), 1, 1);
  }

  /**
   * Returns a single tree of depth 3.
   *
   * @return the settings
   */
  public static TreeOptions single() {
    return new TreeOptions(Kind.SINGLE, 3, 1, 1, 1, 0, 1, 1, 5, 1, Map.of(), 1, 1);
  }

  /**
   * Starts from these options.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes some settings. Not safe for use by many threads. */
  public static final class Builder {
    private final Kind kind;
    private int maxDepth;
    private int maxRounds;
    private double learningRate;
    private double minChildWeight;
    private double lambda;
    private double rowShare;
    private double columnShare;
    private int folds;
    private int patience;
    private final Map<String, Integer> monotone;
    private long seed;
    private int threads;

    private Builder(TreeOptions from) {
      kind = from.kind;
      maxDepth = from.maxDepth;
      maxRounds = from.maxRounds;
      learningRate = from.learningRate;
      minChildWeight = from.minChildWeight;
      lambda = from.lambda;
      rowShare = from.rowShare;
      columnShare = from.columnShare;
      folds = from.folds;
      patience = from.patience;
      monotone = new LinkedHashMap<>(from.monotone);
      seed = from.seed;
      threads = from.threads;
    }

    /**
     * Sets the option of this name.
     *
     * @param value splits from root to leaf, 1 to 12
     * @return this
     */
    public Builder maxDepth(int value) {
      maxDepth = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value trees at most, at least 1
     * @return this
     */
    public Builder maxRounds(int value) {
      maxRounds = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value share of each tree's step that is taken, in (0, 1]
     * @return this
     */
    public Builder learningRate(double value) {
      learningRate = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value least sum of second derivatives in a leaf, at least 0
     * @return this
     */
    public Builder minChildWeight(double value) {
      minChildWeight = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value L2 penalty on leaf values, at least 0
     * @return this
     */
    public Builder lambda(double value) {
      lambda = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value share of the rows drawn for each tree, in (0, 1]
     * @return this
     */
    public Builder rowShare(double value) {
      rowShare = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value share of the columns drawn for each tree, in (0, 1]
     * @return this
     */
    public Builder columnShare(double value) {
      columnShare = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value folds of the cross-validation, at least 2
     * @return this
     */
    public Builder folds(int value) {
      folds = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value rounds without a better held-out loss after which boosting stops
     * @return this
     */
    public Builder patience(int value) {
      patience = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value seed of folds and draws, at least 0
     * @return this
     */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /**
     * Sets the option of this name.
     *
     * @param value folds trained at once, at least 1
     * @return this
     */
    public Builder threads(int value) {
      threads = value;
      return this;
    }

    /**
     * Binds a feature's effect to one direction.
     *
     * @param feature its name
     * @param direction 1 where a higher value may only raise blurriness, -1 where it may only lower
     *     it, 0 for no bound
     * @return this
     */
    public Builder monotone(String feature, int direction) {
      monotone.put(feature, direction);
      return this;
    }

    /**
     * Makes the options.
     *
     * @return new options
     * @throws IllegalArgumentException if one is out of its range; the message names it
     */
    public TreeOptions build() {
      return new TreeOptions(
          kind,
          maxDepth,
          maxRounds,
          learningRate,
          minChildWeight,
          lambda,
          rowShare,
          columnShare,
          folds,
          patience,
          monotone,
          seed,
          threads);
    }
  }
}
