package io.github.blurdetect.dataset.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupBootstrapTest {

  @Test
  void interval_meanOfIndependentPhotos_matchesNormalTheory() {
    int n = 400;
    SplittableRandom random = new SplittableRandom(5);
    double[] scores = random.doubles(n).toArray();
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      groups.add("g" + i);
    }
    LabelledScores all = LabelledScores.of(scores, new boolean[n]);
    Interval interval =
        new GroupBootstrap(4000, 0.95, 2).interval(all, groups, GroupBootstrapTest::mean);
    double half = 1.96 * deviation(scores) / Math.sqrt(n);
    assertThat(interval.low()).isCloseTo(mean(all) - half, within(0.1 * half));
    assertThat(interval.high()).isCloseTo(mean(all) + half, within(0.1 * half));
  }

  @Test
  void interval_copiesInOneGroup_areNotTakenForEvidence() {
    // Ten copies of each photo in its group: the interval must be that of the single photos.
    double[] scores = new double[400];
    List<String> groups = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 400; i++) {
      scores[i] = i % 10 == 0 ? random.nextDouble() : scores[i - 1];
      groups.add("page" + i / 10);
    }
    LabelledScores all = LabelledScores.of(scores, new boolean[400]);
    GroupBootstrap bootstrap = GroupBootstrap.defaults();
    Interval byGroup = bootstrap.interval(all, groups, GroupBootstrapTest::mean);
    double half = 1.96 * deviation(scores) / Math.sqrt(40);
    assertThat(byGroup.high() - byGroup.low()).isCloseTo(2 * half, within(0.3 * half));
  }

  @Test
  void f1_sameSeed_isTheSameAndHoldsTheFigure() {
    LabelledScores scores = Samples.forty();
    List<String> groups = new ArrayList<>(Collections.nCopies(40, ""));
    for (int i = 0; i < 40; i++) {
      groups.set(i, "page" + i / 2);
    }
    Interval interval = GroupBootstrap.defaults().f1(scores, groups, 0.5);
    assertThat(interval).isEqualTo(GroupBootstrap.defaults().f1(scores, groups, 0.5));
    assertThat(interval).isNotEqualTo(new GroupBootstrap(2000, 0.95, 9).f1(scores, groups, 0.5));
    double f1 = ConfusionMatrix.of(scores, 0.5).blurred().f1();
    assertThat(f1).isBetween(interval.low(), interval.high());
    assertThat(interval.high()).isLessThan(1);
  }

  @Test
  void f1_oneGroup_hasNoWidth() {
    Interval interval =
        GroupBootstrap.defaults().f1(Samples.forty(), Collections.nCopies(40, "page"), 0.5);
    assertThat(interval.low()).isEqualTo(interval.high());
  }

  @Test
  void interval_badArguments_areRefused() {
    assertThatThrownBy(() -> new GroupBootstrap(10, 0.95, 1))
        .hasMessage("rounds is 10, expected at least 100");
    assertThatThrownBy(() -> GroupBootstrap.defaults().f1(Samples.forty(), List.of("a"), 0.5))
        .hasMessage("1 groups, expected one for each of 40 scores");
  }

  private static double mean(LabelledScores scores) {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      sum += scores.score(i);
    }
    return sum / scores.size();
  }

  private static double deviation(double[] values) {
    double mean = mean(LabelledScores.of(values, new boolean[values.length]));
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }
}
