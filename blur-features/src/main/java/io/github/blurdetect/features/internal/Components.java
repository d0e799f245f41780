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

  private int runs;
  private int[] runStart = new int[1024];
  private int[] runEnd = new int[1024];
  private int[] runRow = new int[1024];
  private int[] parent = new int[1024];
  private int[] index = new int[0];

  private Components() {}

  /**
   * Finds the pieces.
   *
   * @param ink depth of the ink, 0 = paper
   * @param width columns
   * @param height rows
   * @return the pieces, in the order of their first rows
   */
  static Components of(byte[] ink, int width, int height) {
    Components pieces = new Components();
    int previous = 0;
    for (int y = 0; y < height; y++) {
      int first = pieces.runs;
      pieces.collectRuns(ink, y, width);
      pieces.join(previous, first);
      previous = first;
    }
    pieces.measure(ink, width);
    return pieces;
  }

  private void collectRuns(byte[] ink, int y, int width) {
    int row = y * width;
    for (int x = 0; x < width; x++) {
      while (x <= width - Lanes.PIXELS && Lanes.load(ink, row + x) == 0) {
        x += Lanes.PIXELS;
      }
      if (x < width && ink[row + x] != 0) {
        int start = x;
        while (x < width && ink[row + x] != 0) {
          x++;
        }
        addRun(start, x, y);
      }
    }
  }

  private void addRun(int start, int end, int row) {
    if (runs == runStart.length) {
      runStart = Arrays.copyOf(runStart, 2 * runs);
      runEnd = Arrays.copyOf(runEnd, 2 * runs);
      runRow = Arrays.copyOf(runRow, 2 * runs);
      parent = Arrays.copyOf(parent, 2 * runs);
    }
    runStart[runs] = start;
    runEnd[runs] = end;
    runRow[runs] = row;
    parent[runs] = runs;
    runs++;
  }

  /** Joins the runs of the last row, from {@code first} on, with those of the row before. */
  private void join(int previous, int first) {
    int a = previous;
    for (int b = first; b < runs; b++) {
      while (a < first && runEnd[a] < runStart[b]) {
        a++;
      }
      for (int k = a; k < first && runStart[k] <= runEnd[b]; k++) {
        union(k, b);
      }
    }
  }

  private void union(int a, int b) {
    int rootA = find(parent, a);
    int rootB = find(parent, b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  static int find(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private void measure(byte[] ink, int width) {
    index = new int[runs];
    for (int r = 0; r < runs; r++) {
      index[r] = parent[r] == r ? count++ : index[find(parent, r)];
    }
    allocate();
    for (int r = 0; r < runs; r++) {
      int i = index[r];
      left[i] = Math.min(left[i], runStart[r]);
      right[i] = Math.max(right[i], runEnd[r]);
      top[i] = Math.min(top[i], runRow[r]);
      bottom[i] = Math.max(bottom[i], runRow[r] + 1);
      area[i] += runEnd[r] - runStart[r];
      int row = runRow[r] * width;
      for (int x = runStart[r]; x < runEnd[r]; x++) {
        depth[i] += ink[row + x] & 0xFF;
      }
    }
  }

  private void allocate() {
    left = new int[count];
    right = new int[count];
    top = new int[count];
    bottom = new int[count];
    area = new int[count];
    depth = new long[count];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, Integer.MAX_VALUE);
  }

  /** Erases the ink of all pieces but those listed. */
  void keepOnly(int[] pieces, byte[] ink, int width) {
    boolean[] kept = new boolean[count];
    for (int i : pieces) {
      kept[i] = true;
    }
    for (int r = 0; r < runs; r++) {
      if (!kept[index[r]]) {
        int row = runRow[r] * width;
        Arrays.fill(ink, row + runStart[r], row + runEnd[r], (byte) 0);
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
