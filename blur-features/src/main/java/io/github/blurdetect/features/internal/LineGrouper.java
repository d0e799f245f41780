package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins pieces of ink to lines of text: each letter-like piece is tied to the nearest one of like
 * height beside it. Done along the rows and along the columns; which of the two is the direction of
 * the text is decided by where the nearest neighbours lie and which way long pieces stretch.
 */
final class LineGrouper {
  /** The farthest neighbour, in heights of the larger piece: the gap between two words. */
  private static final double REACH = 1.2;

  private static final double LIKE_HEIGHT = 2.2;
  private static final int BAND = 32;

  /** One line: indices of its pieces. */
  record Group(int[] members) {}

  private final int[] start;
  private final int[] end;
  private final int[] low;
  private final int[] high;
  private final int[] letters;
  private final int[] next;
  private final double[] gap;

  /**
   * Ties the pieces together.
   *
   * @param letters indices of the letter-like pieces, ascending
   * @param vertical whether lines run down the columns
   */
  LineGrouper(Components pieces, int[] letters, boolean vertical) {
    this.start = vertical ? pieces.top : pieces.left;
    this.end = vertical ? pieces.bottom : pieces.right;
    this.low = vertical ? pieces.left : pieces.top;
    this.high = vertical ? pieces.right : pieces.bottom;
    this.letters = letters;
    this.next = new int[pieces.count];
    this.gap = new double[pieces.count];
    Arrays.fill(next, -1);
    Arrays.fill(gap, Double.POSITIVE_INFINITY);
    link();
  }

  private void link() {
    int[] band = new int[next.length]; // by piece: which its middle lies in
    int bands = 1;
    int extent = 1;
    for (int i : letters) {
      band[i] = (low[i] + high[i]) / 2 / BAND;
      bands = Math.max(bands, high[i] / BAND + 1);
      extent = Math.max(extent, end[i]);
    }
    int[] order = new int[letters.length];
    int[] byStart = new int[letters.length];
    sort(letters, start, new int[extent + 1], byStart);
    int[] firsts = new int[bands + 1];
    sort(byStart, band, firsts, order);
    int[] heads = firsts.clone(); // by band: before there, all pieces start too early
    for (int i : byStart) {
      int first = Math.max(0, (low[i] - size(i)) / BAND);
      int last = Math.min(bands - 1, (high[i] + size(i)) / BAND);
      for (int b = first; b <= last; b++) {
        while (heads[b] < firsts[b + 1] && start[order[heads[b]]] < start[i]) {
          heads[b]++;
        }
        linkWithin(i, order, heads[b], firsts[b + 1]);
      }
    }
  }

  /**
   * Sorts by counting; pieces of the same key stay in their order.
   *
   * @param keys by piece
   * @param firsts zeros, one more than there are keys; receives each key's first place
   */
  private static void sort(int[] pieces, int[] keys, int[] firsts, int[] sorted) {
    for (int i : pieces) {
      firsts[keys[i] + 1]++;
    }
    for (int key = 1; key < firsts.length; key++) {
      firsts[key] += firsts[key - 1];
    }
    int[] places = firsts.clone();
    for (int i : pieces) {
      sorted[places[keys[i]]++] = i;
    }
  }

  private void linkWithin(int i, int[] order, int first, int last) {
    double farthest = REACH * LIKE_HEIGHT * size(i);
    for (int k = first; k < last; k++) {
      int j = order[k];
      double far = start[j] - end[i];
      if (far > farthest) {
        return;
      }
      if (j != i && far < gap[i] && beside(i, j)) {
        gap[i] = Math.max(0, far);
        next[i] = j;
      }
    }
  }

  private boolean beside(int i, int j) {
    int small = Math.min(size(i), size(j));
    int large = Math.max(size(i), size(j));
    int common = Math.min(high[i], high[j]) - Math.max(low[i], low[j]);
    return 2 * common >= small
        && large <= LIKE_HEIGHT * small
        && start[j] - end[i] <= REACH * large
        && end[j] > end[i];
  }

  private int size(int i) {
    return high[i] - low[i];
  }

  /**
   * Returns the gap to the neighbour, for the choice of direction.
   *
   * @return pixels; infinite where a piece has none
   */
  double gapOf(int i) {
    return gap[i];
  }

  /** Returns the connected groups, in the order of their first pieces. */
  List<Group> groups() {
    int[] parent = new int[next.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int i : letters) {
      if (next[i] >= 0) {
        int a = Components.find(parent, i);
        int b = Components.find(parent, next[i]);
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    List<List<Integer>> members = new ArrayList<>();
    int[] group = new int[next.length];
    Arrays.fill(group, -1);
    for (int i : letters) {
      int root = Components.find(parent, i);
      if (group[root] < 0) {
        group[root] = members.size();
        members.add(new ArrayList<>());
      }
      members.get(group[root]).add(i);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> list : members) {
      groups.add(new Group(list.stream().mapToInt(Integer::intValue).toArray()));
    }
    return groups;
  }
}
