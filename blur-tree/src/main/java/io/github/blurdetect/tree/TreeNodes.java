package io.github.blurdetect.tree;

/**
 * All trees of a model in flat arrays, each tree's reached nodes in order of a walk from its root.
 *
 * <p>A node is a leaf where {@code feature} is -1; {@code value} is then what it adds to the
 * margin, and otherwise the condition: strictly below goes to {@code left}, NaN to {@code missing},
 * all else to {@code right}. Links are indices into the same arrays and always point forward, so
 * every walk ends.
 */
@SuppressWarnings("ArrayRecordComponent") // Package-private and never handed out.
record TreeNodes(
    int[] roots,
    int[] feature,
    float[] value,
    int[] left,
    int[] right,
    int[] missing,
    float[] gain) {

  int depth() {
    int[] depth = new int[feature.length];
    int deepest = 0;
    for (int node = 0; node < feature.length; node++) {
      if (feature[node] >= 0) {
        depth[left[node]] = depth[node] + 1;
        depth[right[node]] = depth[node] + 1;
        deepest = Math.max(deepest, depth[node] + 1);
      }
    }
    return deepest;
  }
}
