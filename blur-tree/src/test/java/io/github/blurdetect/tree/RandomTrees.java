package io.github.blurdetect.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random models, rows that meet their conditions, and the plainest walk there is. */
final class RandomTrees {
  static final float BIAS = 0.1f;
  private static final double[] AWKWARD = {
    0.0,
    -0.0,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -1e-40f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Double.NaN,
    1 / 0.0,
    -1 / 0.0,
    1e300,
    -1e300,
    Double.MIN_VALUE,
    0.1,
    -0.1
  };

  private final SplittableRandom random;
  private final int columns;
  private final int[] roots;
  private int[] feature = {};
  private float[] value = {};
  private int[] left = {};
  private int[] right = {};
  private int[] missing = {};

  /** {@code leafShare}: how often a walk ends before {@code depth}, 0 for full trees. */
  RandomTrees(int trees, int columns, int depth, double leafShare, long seed) {
    random = new SplittableRandom(seed);
    this.columns = columns;
    roots = new int[trees];
    for (int i = 0; i < trees; i++) {
      roots[i] = add(depth, i == 0 ? 0 : leafShare); // The first tree is as deep as may be.
    }
  }

  private int add(int depth, double leafShare) {
    int node = feature.length;
    feature = Arrays.copyOf(feature, node + 1);
    value = Arrays.copyOf(value, node + 1);
    left = Arrays.copyOf(left, node + 1);
    right = Arrays.copyOf(right, node + 1);
    missing = Arrays.copyOf(missing, node + 1);
    boolean leaf = depth == 0 || random.nextDouble() < leafShare;
    feature[node] = leaf ? -1 : random.nextInt(columns);
    value[node] = leaf ? random.nextFloat() - 0.5f : condition();
    if (!leaf) {
      int below = add(depth - 1, leafShare); // Makes new arrays, so not within an assignment.
      int other = add(depth - 1, leafShare);
      left[node] = below;
      right[node] = other;
      missing[node] = random.nextBoolean() ? below : other;
    }
    return node;
  }

  private float condition() {
    float awkward = (float) AWKWARD[random.nextInt(AWKWARD.length)];
    return Float.isFinite(awkward) && random.nextBoolean() ? awkward : random.nextFloat() - 0.5f;
  }

  TreeNodes nodes() {
    return new TreeNodes(roots, feature, value, left, right, missing, new float[feature.length]);
  }

  TreeModel model() {
    TreeModel.Objective objective = TreeModel.Objective.LOGISTIC;
    return new TreeModel(
        objective, BIAS, List.of(), columns, nodes(), Optional.empty(), "random trees");
  }

  /** Ordinary numbers, awkward ones, conditions of the model and their neighbours. */
  double[] row() {
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      float condition = value[random.nextInt(value.length)];
      row[i] =
          switch (random.nextInt(6)) {
            case 0 -> AWKWARD[random.nextInt(AWKWARD.length)];
            case 1 -> condition;
            case 2 -> Math.nextUp(condition);
            case 3 -> Math.nextDown((double) condition); // Rounds to the condition itself.
            case 4 -> Double.NaN;
            default -> random.nextDouble() - 0.5;
          };
    }
    return row;
  }

  float margin(double[] row) {
    float sum = BIAS;
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        float x = (float) row[feature[node]];
        node = Float.isNaN(x) ? missing[node] : x < value[node] ? left[node] : right[node];
      }
      sum += value[node];
    }
    return sum;
  }
}
