package io.github.blurdetect.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Flattens XGBoost's trees, refusing whatever is not a tree.
 *
 * <p>Nodes are numbered in the order in which a walk from the root meets them, so links point
 * forward. Nodes that no walk reaches (XGBoost keeps pruned ones in the file) are dropped. A node
 * met twice means a cycle or shared child and is refused, which also bounds the work.
 */
final class TreeFlattener {
  private final int featureCount;
  private int[] feature = new int[64];
  private float[] value = new float[64];
  private int[] left = new int[64];
  private int[] right = new int[64];
  private int[] missing = new int[64];
  private float[] gain = new float[64];
  private int size;

  private TreeFlattener(int featureCount) {
    this.featureCount = featureCount;
  }

  static TreeNodes flatten(List<JsonPart> trees, int featureCount) {
    TreeFlattener flattener = new TreeFlattener(featureCount);
    int[] roots = new int[trees.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = flattener.size;
      flattener.add(new SavedTree(trees.get(i)));
    }
    return flattener.finish(roots);
  }

  private void add(SavedTree tree) {
    int count = tree.size();
    int[] pending = new int[count]; // Saved indices, in order of their new numbers.
    boolean[] met = new boolean[count];
    int base = size;
    int known = 1;
    met[0] = true;
    for (int next = 0; next < known; next++) {
      int saved = pending[next];
      int node = newNode();
      if (tree.isLeaf(saved)) {
        feature[node] = -1;
        value[node] = tree.condition(saved);
        continue;
      }
      for (int child : new int[] {tree.left(saved), tree.right(saved)}) {
        if (child < 0 || child >= count) {
          throw tree.wrong(saved, "child " + child, "a child from 0 to " + (count - 1));
        }
        if (met[child]) {
          throw tree.wrong(saved, "child " + child + " again", "each node to be reached once");
        }
        met[child] = true;
        pending[known++] = child;
      }
      split(node, base + known - 2, tree, saved);
    }
  }

  private void split(int node, int firstChild, SavedTree tree, int saved) {
    int column = tree.feature(saved);
    if (column < 0 || column >= featureCount) {
      throw tree.wrong(saved, "feature " + column, "0 to " + (featureCount - 1));
    }
    feature[node] = column;
    value[node] = tree.condition(saved);
    gain[node] = tree.gain(saved);
    left[node] = firstChild;
    right[node] = firstChild + 1;
    missing[node] = tree.missingGoesLeft(saved) ? firstChild : firstChild + 1;
  }

  private int newNode() {
    if (size == feature.length) {
      int larger = Math.multiplyExact(size, 2);
      feature = Arrays.copyOf(feature, larger);
      value = Arrays.copyOf(value, larger);
      left = Arrays.copyOf(left, larger);
      right = Arrays.copyOf(right, larger);
      missing = Arrays.copyOf(missing, larger);
      gain = Arrays.copyOf(gain, larger);
    }
    return size++;
  }

  private TreeNodes finish(int[] roots) {
    return new TreeNodes(
        roots,
        Arrays.copyOf(feature, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(left, size),
        Arrays.copyOf(right, size),
        Arrays.copyOf(missing, size),
        Arrays.copyOf(gain, size));
  }
}
