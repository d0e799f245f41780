package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
   * @param letters indices of the letter-like pieces
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
    int bands = 1;
    for (int i : letters) {
      bands = Math.max(bands, high[i] / BAND + 1);
    }
    List<List<Integer>> band = new ArrayList<>();
    for (int b = 0; b < bands; b++) {
      band.add(new ArrayList<>());
    }
    Integer[] order = Arrays.stream(letters).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt((Integer i) -> start[i]).thenComparingInt(i -> i));
    for (int i : order) {
      band.get((low[i] + high[i]) / 2 / BAND).add(i);
    }
    for (int i : letters) {
      int first = Math.max(0, (low[i] - size(i)) / BAND);
      int last = Math.min(bands - 1, (high[i] + size(i)) / BAND);
      for (int b = first; b <= last; b++) {
        linkWithin(i, band.get(b));
      }
    }
  }

  private void linkWithin(int i, List<Integer> band) {
    for (int k = firstFrom(band, start[i]); k < band.size(); k++) {
      int j = band.get(k);
      double far = start[j] - end[i];
      if (far > REACH * LIKE_HEIGHT * size(i)) {
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

  private int firstFrom(List<Integer> band, int position) {
    int from = 0;
    int to = band.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (start[band.get(middle)] < position) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
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
