package io.github.blurdetect.stacking.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Deals groups out to folds, the same way for the same seed. */
final class GroupFolds {

  private GroupFolds() {}

  /** Returns each row's fold, 0 to {@code folds - 1}; rows of one group share it. */
  static int[] of(List<ScoreTable.Row> rows, int folds, long seed) {
    TreeSet<String> sorted = new TreeSet<>();
    rows.forEach(row -> sorted.add(row.group()));
    if (sorted.size() < folds) {
      throw new IllegalArgumentException(
          "found %d groups, expected at least one a fold, %d".formatted(sorted.size(), folds));
    }
    List<String> groups = new ArrayList<>(sorted);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> foldOf = new HashMap<>();
    for (int left = groups.size(); left > 0; left--) {
      int pick = random.nextInt(left);
      foldOf.put(groups.get(pick), left % folds);
      groups.set(pick, groups.get(left - 1));
    }
    return rows.stream().mapToInt(row -> foldOf.getOrDefault(row.group(), 0)).toArray();
  }
}
