package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineGrouperTest {

  @ParameterizedTest
  @CsvSource({"1,1,1", "40,30,3", "300,200,60", "200,300,60", "400,400,600", "70,900,200"})
  void links_anyPieces_areTheNearestOfLikeHeight(int width, int height, int boxes) {
    byte[] ink = boxes(width, height, boxes);
    Components pieces = Components.of(ink, width, height);
    int[] letters = IntStream.range(0, pieces.count).filter(i -> i % 7 != 3).toArray();
    for (boolean vertical : new boolean[] {false, true}) {
      LineGrouper grouper = new LineGrouper(pieces, letters, vertical);
      Naive naive = new Naive(pieces, vertical);
      int[] next = new int[pieces.count];
      for (int i : letters) {
        next[i] = naive.next(i, letters);
        double gap = next[i] < 0 ? Double.POSITIVE_INFINITY : naive.gap(i, next[i]);
        assertThat(grouper.gapOf(i)).as("piece %d", i).isEqualTo(gap);
      }
      List<List<Integer>> found = new ArrayList<>();
      for (LineGrouper.Group group : grouper.groups()) {
        found.add(Arrays.stream(group.members()).boxed().toList());
      }
      assertThat(found).containsExactlyElementsOf(groups(letters, next));
    }
  }

  /** Boxes of letters' sizes here and there, and their pieces where they touch. */
  private static byte[] boxes(int width, int height, int count) {
    byte[] ink = new byte[width * height];
    SplittableRandom random = new SplittableRandom(count);
    for (int k = 0; k < count; k++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = Math.min(width, left + 1 + random.nextInt(9));
      int bottom = Math.min(height, top + 1 + random.nextInt(9));
      for (int y = top; y < bottom; y++) {
        Arrays.fill(ink, y * width + left, y * width + right, (byte) 9);
      }
    }
    return ink;
  }

  /** Ties pieces by looking at every pair. */
  private record Naive(int[] start, int[] end, int[] low, int[] high) {
    Naive(Components pieces, boolean vertical) {
      this(
          vertical ? pieces.top : pieces.left,
          vertical ? pieces.bottom : pieces.right,
          vertical ? pieces.left : pieces.top,
          vertical ? pieces.right : pieces.bottom);
    }

    /** Of several that reach back into the piece, the last band's last one; else the nearest. */
    int next(int i, int[] letters) {
      int size = high[i] - low[i];
      Comparator<Integer> inOrder =
          Comparator.<Integer>comparingInt(this::band).thenComparingInt(j -> start[j]);
      List<Integer> candidates =
          Arrays.stream(letters)
              .boxed()
              .filter(j -> j != i && start[j] >= start[i] && beside(i, j))
              .filter(j -> band(j) >= (low[i] - size) / 32 && band(j) <= (high[i] + size) / 32)
              .sorted(inOrder.thenComparingInt(j -> j))
              .toList();
      int next = -1;
      for (int j : candidates) {
        if (next < 0 || start[j] - end[i] < gap(i, next)) {
          next = j;
        }
      }
      return next;
    }

    double gap(int i, int j) {
      return Math.max(0, start[j] - end[i]);
    }

    private int band(int j) {
      return (low[j] + high[j]) / 2 / 32;
    }

    private boolean beside(int i, int j) {
      int small = Math.min(high[i] - low[i], high[j] - low[j]);
      int large = Math.max(high[i] - low[i], high[j] - low[j]);
      int common = Math.min(high[i], high[j]) - Math.max(low[i], low[j]);
      return common >= small / 2.0
          && large <= 2.2 * small
          && start[j] - end[i] <= 1.2 * large
          && end[j] > end[i];
    }
  }

  /** Spreads the least piece's index along the links until nothing changes. */
  private static List<List<Integer>> groups(int[] letters, int[] next) {
    int[] group = IntStream.range(0, next.length).toArray();
    for (int changes = 1; changes > 0; ) {
      changes = 0;
      for (int i : letters) {
        if (next[i] >= 0 && group[i] != group[next[i]]) {
          group[i] = Math.min(group[i], group[next[i]]);
          group[next[i]] = group[i];
          changes++;
        }
      }
    }
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i : letters) {
      members.computeIfAbsent(group[i], any -> new ArrayList<>()).add(i);
    }
    return List.copyOf(members.values());
  }
}
