package io.github.blurdetect.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFoldsTest {
  private final List<String> groups = new ArrayList<>();
  private final boolean[] blurred = new boolean[1000];

  GroupFoldsTest() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < blurred.length; i++) {
      groups.add("page" + random.nextInt(120));
      blurred[i] = random.nextInt(10) < 3;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void assign_unevenGroups_keepsGroupsTogetherAndClassesEven(int folds) {
    int[] fold = GroupFolds.assign(groups, blurred, folds, 7);
    Map<String, Integer> ofGroup = new HashMap<>();
    int[][] counts = new int[folds][2];
    int[] totals = new int[2];
    for (int i = 0; i < fold.length; i++) {
      assertThat(ofGroup.computeIfAbsent(groups.get(i), name -> -1)).isIn(-1, fold[i]);
      ofGroup.put(groups.get(i), fold[i]);
      counts[fold[i]][blurred[i] ? 1 : 0]++;
      totals[blurred[i] ? 1 : 0]++;
    }
    for (int[] count : counts) {
      for (int label = 0; label < 2; label++) {
        double fair = (double) totals[label] / folds;
        assertThat((double) count[label]).isBetween(0.75 * fair, 1.25 * fair);
      }
    }
  }

  @Test
  void assign_sameSeed_isTheSameWhateverTheOrderOfPhotos() {
    int[] fold = GroupFolds.assign(groups, blurred, 5, 7);
    assertThat(GroupFolds.assign(groups, blurred, 5, 7)).isEqualTo(fold);
    assertThat(GroupFolds.assign(groups, blurred, 5, 8)).isNotEqualTo(fold);
    List<String> backwards = new ArrayList<>();
    boolean[] labels = new boolean[1000];
    for (int i = 0; i < 1000; i++) {
      backwards.add(groups.get(999 - i));
      labels[i] = blurred[999 - i];
    }
    int[] other = GroupFolds.assign(backwards, labels, 5, 7);
    for (int i = 0; i < 1000; i++) {
      assertThat(other[i]).isEqualTo(fold[999 - i]);
    }
  }

  @Test
  void assign_fewGroups_leavesNoFoldEmpty() {
    List<String> few = List.of("a", "a", "a", "a", "b", "c");
    assertThat(GroupFolds.assign(few, new boolean[6], 3, 1)).contains(0, 1, 2);
    assertThatThrownBy(() -> GroupFolds.assign(few, new boolean[6], 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 groups, expected at least 4");
  }

  @Test
  void holdOut_fifth_isAboutAFifthOfEitherClass() {
    boolean[] out = GroupFolds.holdOut(groups, blurred, 0.2, 3);
    int[] held = new int[2];
    int[] total = new int[2];
    Map<String, Boolean> ofGroup = new HashMap<>();
    for (int i = 0; i < out.length; i++) {
      int label = blurred[i] ? 1 : 0;
      total[label]++;
      held[label] += out[i] ? 1 : 0;
      Boolean earlier = ofGroup.put(groups.get(i), out[i]);
      assertThat(earlier == null || earlier == out[i]).isTrue();
    }
    assertThat((double) held[0] / total[0]).isBetween(0.17, 0.23);
    assertThat((double) held[1] / total[1]).isBetween(0.17, 0.23);
  }

  @Test
  void holdOut_badShare_isRefused() {
    assertThatThrownBy(() -> GroupFolds.holdOut(groups, blurred, 1, 3))
        .hasMessage("share is 1.0, expected between 0 and 1");
    assertThatThrownBy(() -> GroupFolds.assign(groups, new boolean[3], 2, 3))
        .hasMessage("1000 groups and 3 labels, expected as many");
    assertThatThrownBy(() -> GroupFolds.assign(groups, blurred, 1, 3))
        .hasMessage("folds is 1, expected at least 2");
  }
}
