package io.github.blurdetect.tree;

import java.util.Arrays;

/**
 * A model's trees as perfect binary heaps, walked without a branch that depends on the row.
 *
 * <p>No processor can guess the turns that an unknown row takes, and each wrong guess costs it more
 * than the step itself. So every tree is filled up to the depth of the deepest, a leaf standing for
 * all below it, and a step is arithmetic: from place {@code p} of one level to {@code 2 * p + 1} of
 * the next where the value is below the condition, else to {@code 2 * p}. A level holds the places
 * of all trees. Four trees are walked at once.
 *
 * <p>Value and condition are compared as integers of the same order, in the upper bits of a long.
 * The lower 31 bits of a node say which prepared value it looks at, those of a prepared value are
 * all ones, so that equal is not below. Both have at most 63 significant bits, so their difference
 * never overflows and its sign is the answer. Each column in use is prepared twice: NaN is below
 * all conditions for nodes that send missing values left, and above all for the others.
 *
 * <p>Instances are immutable and safe for use by many threads: the prepared row is the thread's.
 */
final class HeapTrees {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_LEAVES_PER_NODE = 8;
  private static final int AT_ONCE = 4;
  private static final int SLOT_BITS = 31;
  private static final long ABOVE_SLOTS = (1L << SLOT_BITS) - 1;
  private static final ThreadLocal<long[]> PREPARED = ThreadLocal.withInitial(() -> new long[0]);

  private final int[] columns; // Those in use, ascending.
  private final int rowLength; // Of a prepared row: a power of two.
  private final long[][] levels;
  private final float[] leaves;

  /**
   * Lays out trees.
   *
   * @param nodes trees that {@link #suit}
   */
  HeapTrees(TreeNodes nodes) {
    columns =
        Arrays.stream(nodes.feature()).filter(column -> column >= 0).sorted().distinct().toArray();
    rowLength = 2 * Integer.highestOneBit(Math.max(1, 2 * columns.length - 1));
    int trees = (nodes.roots().length + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
    levels = new long[nodes.depth()][];
    for (int level = 0; level < levels.length; level++) {
      levels[level] = new long[trees << level];
    }
    leaves = new float[trees << levels.length];
    Arrays.fill(leaves, -0.0f); // Of trees that make up the last four; added, it changes no sum.
    for (int tree = 0; tree < nodes.roots().length; tree++) {
      place(nodes, nodes.roots()[tree], 0, tree);
    }
  }

  /** Tells whether trees are so shallow and full that filling them up is worth it. */
  static boolean suit(TreeNodes nodes) {
    long leaves = (long) nodes.roots().length << Math.min(nodes.depth(), MAX_DEPTH);
    return nodes.depth() <= MAX_DEPTH
        && leaves <= (long) MAX_LEAVES_PER_NODE * nodes.feature().length;
  }

  private void place(TreeNodes nodes, int node, int level, int place) {
    if (level == levels.length) {
      leaves[place] = nodes.value()[node];
      return;
    }
    int column = nodes.feature()[node];
    if (column >= 0) {
      int slot = 2 * Arrays.binarySearch(columns, column);
      slot += nodes.missing()[node] == nodes.left()[node] ? 0 : 1;
      levels[level][place] = (long) ordered(nodes.value()[node]) << SLOT_BITS | slot;
    } // Else the same leaf is on both sides.
    place(nodes, column >= 0 ? nodes.right()[node] : node, level + 1, 2 * place);
    place(nodes, column >= 0 ? nodes.left()[node] : node, level + 1, 2 * place + 1);
  }

  /** Adds the leaves that a row reaches to {@code bias}, in the order of the trees. */
  float margin(float bias, float[] row) {
    long[] prepared = prepared();
    for (int i = 0; i < columns.length; i++) {
      prepare(prepared, 2 * i, row[columns[i]]);
    }
    return walk(bias, prepared);
  }

  /** As for a row of floats, each value rounded to single precision first. */
  float margin(float bias, double[] row) {
    long[] prepared = prepared();
    for (int i = 0; i < columns.length; i++) {
      prepare(prepared, 2 * i, (float) row[columns[i]]);
    }
    return walk(bias, prepared);
  }

  private long[] prepared() {
    long[] prepared = PREPARED.get();
    if (prepared.length < rowLength) {
      prepared = new long[rowLength];
      PREPARED.set(prepared);
    }
    return prepared;
  }

  private static void prepare(long[] prepared, int slot, float value) {
    int magnitude = Float.floatToRawIntBits(value) & 0x7FFFFFFF;
    int nan = 0x7F800000 - magnitude >> 31; // All ones, or 0 for a number.
    int number = ordered(value) & ~nan;
    prepared[slot] = (long) (number | nan & Integer.MIN_VALUE) << SLOT_BITS | ABOVE_SLOTS;
    prepared[slot + 1] = (long) (number | nan & Integer.MAX_VALUE) << SLOT_BITS | ABOVE_SLOTS;
  }

  /** Integers in the order of the numbers, equal for both zeros, never an int's extremes. */
  private static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f); // -0.0 + 0.0 is 0.0.
    return bits ^ bits >> 31 & 0x7FFFFFFF;
  }

  private float walk(float bias, long[] prepared) {
    int mask = prepared.length - 1; // C2 then knows that slots lie within.
    int trees = leaves.length >> levels.length;
    float sum = bias;
    for (int tree = 0; tree < trees; tree += AT_ONCE) {
      int a = tree;
      int b = tree + 1;
      int c = tree + 2;
      int d = tree + 3;
      for (long[] level : levels) {
        long nodeA = level[a];
        long nodeB = level[b];
        long nodeC = level[c];
        long nodeD = level[d];
        a = 2 * a + (int) (prepared[(int) nodeA & mask] - nodeA >>> 63);
        b = 2 * b + (int) (prepared[(int) nodeB & mask] - nodeB >>> 63);
        c = 2 * c + (int) (prepared[(int) nodeC & mask] - nodeC >>> 63);
        d = 2 * d + (int) (prepared[(int) nodeD & mask] - nodeD >>> 63);
      }
      sum = sum + leaves[a] + leaves[b] + leaves[c] + leaves[d];
    }
    return sum;
  }
}
