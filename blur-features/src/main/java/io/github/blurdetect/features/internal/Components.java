package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * Eight-connected pieces of ink, found by joining runs of neighbouring rows (union-find, the
 * smaller index is the root). Structure of arrays; piece {@code i} covers columns {@code left[i]}
 * to {@code right[i] - 1} and rows {@code top[i]} to {@code bottom[i] - 1}.
 */
final class Components {
  int count;
  int[] left = new int[0];
  int[] right = new int[0];
  int[] top = new int[0];
  int[] bottom = new int[0];
  int[] area = new int[0];

  /** Sum of the ink's depth, grey levels. */
  long[] depth = new long[0];

  /** Where a run begins and where it ends, one after the other, row by row. */
  private int[] edges = new int[2048];

  private int runs;

  /** By row: its first run. */
  private final int[] firstRuns;

  /** By run: one of the same piece, itself or an earlier one. */
  private int[] parent = new int[1024];

  /** By run: its piece. */
  private int[] index = new int[0];

  private Components(int height) {
    firstRuns = new int[height + 1];
  }

  /**
   * Finds the pieces.
   *
   * @param ink depth of the ink, 0 = paper
   * @param width columns
   * @param height rows
   * @return the pieces, in the order of their first rows
   */
  static Components of(byte[] ink, int width, int height) {
    Components pieces = new Components(height);
    for (int y = 0; y < height; y++) {
      pieces.collectRuns(ink, y * width, width);
      pieces.firstRuns[y + 1] = pieces.runs;
      pieces.join(pieces.firstRuns[Math.max(0, y - 1)], pieces.firstRuns[y]);
    }
    pieces.number();
    pieces.measure(ink, width);
    return pieces;
  }

  private void collectRuns(byte[] ink, int row, int width) {
    int count = 2 * runs;
    long inside = 0; // 1 where the pixel before is ink
    for (int x = 0; x < width; x += Long.SIZE) {
      long marked = InkBits.of(ink, row + x, Math.min(Long.SIZE, width - x));
      if (edges.length <= count + Long.SIZE) {
        edges = Arrays.copyOf(edges, 2 * edges.length);
      }
      long changes = marked ^ (marked << 1 | inside);
      inside = marked >>> Long.SIZE - 1;
      for (; changes != 0; changes &= changes - 1) {
        edges[count++] = x + Long.numberOfTrailingZeros(changes);
      }
    }
    if (inside != 0) {
      edges[count++] = width;
    }
    addRuns(count / 2);
  }

  private void addRuns(int end) {
    if (end > parent.length) {
      parent = Arrays.copyOf(parent, edges.length);
    }
    while (runs < end) {
      parent[runs] = runs++;
    }
  }

  /** Joins the runs of the last row, from {@code first} on, with those of the row before. */
  private void join(int previous, int first) {
    int a = previous;
    for (int b = first; b < runs; b++) {
      int start = edges[2 * b];
      int end = edges[2 * b + 1];
      while (a < first && edges[2 * a + 1] < start) {
        a++;
      }
      int root = b;
      for (int k = a; k < first && edges[2 * k] <= end; k++) {
        int other = find(parent, k);
        int earlier = Math.min(root, other);
        parent[Math.max(root, other)] = earlier;
        root = earlier;
      }
    }
  }

  static int find(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void number() {
    index = new int[runs];
    for (int r = 0; r < runs; r++) {
      index[r] = parent[r] == r ? count++ : index[parent[r]];
    }
    left = new int[count];
    right = new int[count];
    top = new int[count];
    bottom = new int[count];
    area = new int[count];
    depth = new long[count];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, Integer.MAX_VALUE);
  }

  private void measure(byte[] ink, int width) {
    for (int y = 0; y < firstRuns.length - 1; y++) {
      for (int r = firstRuns[y]; r < firstRuns[y + 1]; r++) {
        int i = index[r];
        int start = edges[2 * r];
        int end = edges[2 * r + 1];
        left[i] = Math.min(left[i], start);
        right[i] = Math.max(right[i], end);
        top[i] = Math.min(top[i], y);
        bottom[i] = y + 1;
        area[i] += end - start;
        depth[i] += InkBits.sum(ink, y * width + start, end - start);
      }
    }
  }

  /** Erases the ink of all pieces but those listed. */
  void keepOnly(int[] pieces, byte[] ink, int width) {
    boolean[] kept = new boolean[count];
    for (int i : pieces) {
      kept[i] = true;
    }
    for (int y = 0; y < firstRuns.length - 1; y++) {
      for (int r = firstRuns[y]; r < firstRuns[y + 1]; r++) {
        if (!kept[index[r]]) {
          Arrays.fill(ink, y * width + edges[2 * r], y * width + edges[2 * r + 1], (byte) 0);
        }
      }
    }
  }

  int width(int i) {
    return right[i] - left[i];
  }

  int height(int i) {
    return bottom[i] - top[i];
  }
}
