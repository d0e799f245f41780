package io.github.blurdetect.stacking.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdFitTest {
  private static final ThresholdFit FIT = ThresholdFit.defaults();

  /** Clear scores are even over [0, 0.6], blurred ones over [0.4, 1]. */
  private static List<LabelledScore> photos(int count, int perGroup, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabelledScore> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean blurred = i % 2 == 1;
      double score = 0.6 * random.nextDouble() + (blurred ? 0.4 : 0);
      all.add(new LabelledScore("g" + i / perGroup, blurred, score));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"0.01", "0.05", "0.3"})
  void fit_falseAlarmRate_isKeptAndTheLowestThatKeepsIt(double rate) {
    List<LabelledScore> photos = photos(400, 1, 31);
    FittedThreshold fitted = FIT.fit(photos, new ThresholdGoal.FalseAlarmRate(rate));
    assertThat((double) fitted.falseAlarms() / fitted.clear()).isLessThanOrEqualTo(rate);
    double under =
        photos.stream()
            .filter(p -> !p.blurred() && p.score() <= fitted.threshold())
            .mapToDouble(LabelledScore::score)
            .max()
            .orElseThrow();
    long alarmsBelow = photos.stream().filter(p -> !p.blurred() && p.score() >= under).count();
    assertThat(alarmsBelow / (double) fitted.clear()).isGreaterThan(rate);
    assertThat(fitted.low()).isLessThanOrEqualTo(fitted.threshold());
    assertThat(fitted.high()).isGreaterThanOrEqualTo(fitted.threshold());
    assertThat(fitted.falseAlarmRate())
        .isEqualTo(BinomialInterval.of(fitted.falseAlarms(), 200, 0.95));
    assertThat(fitted.missRate()).isEqualTo(BinomialInterval.of(fitted.misses(), 200, 0.95));
  }

  @Test
  void fit_band_coversTheTrueThresholdAsOftenAsItSays() {
    // The true 10 % point of the clear scores is 0.54.
    int covered = 0;
    ThresholdFit fit = new ThresholdFit(0.9, 100, 1);
    for (int round = 0; round < 300; round++) {
      FittedThreshold fitted =
          fit.fit(photos(160, 1, 1000 + round), new ThresholdGoal.FalseAlarmRate(0.1));
      covered += fitted.low() <= 0.54 && 0.54 <= fitted.high() ? 1 : 0;
    }
    assertThat(covered).isGreaterThanOrEqualTo(265);
  }

  @Test
  void fit_tooFewPhotosForTheRate_saysThatTheBandIsNotBounded() {
    FittedThreshold few = FIT.fit(photos(60, 1, 32), new ThresholdGoal.FalseAlarmRate(0.01));
    FittedThreshold many = FIT.fit(photos(2000, 1, 32), new ThresholdGoal.FalseAlarmRate(0.01));
    assertThat(few.bounded()).isFalse();
    assertThat(few.high()).isLessThan(1);
    assertThat(many.bounded()).isTrue();
    assertThat(many.high()).isLessThan(0.61);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "1, 10"})
  void fit_costs_isAsCheapAsAnyThreshold(double falseAlarm, double miss) {
    List<LabelledScore> photos = photos(300, 1, 33);
    FittedThreshold fitted = FIT.fit(photos, new ThresholdGoal.Costs(falseAlarm, miss));
    double least = Double.MAX_VALUE;
    for (int i = 0; i <= 10_000; i++) {
      least = Math.min(least, cost(photos, i / 10_000.0, falseAlarm, miss));
    }
    assertThat(cost(photos, fitted.threshold(), falseAlarm, miss)).isLessThanOrEqualTo(least);
    assertThat(fitted.falseAlarms() * falseAlarm + fitted.misses() * miss)
        .isEqualTo(cost(photos, fitted.threshold(), falseAlarm, miss));
  }

  @Test
  void fit_costlyFalseAlarms_raiseTheThreshold() {
    List<LabelledScore> photos = photos(400, 1, 34);
    double careful = FIT.fit(photos, new ThresholdGoal.Costs(20, 1)).threshold();
    double strict = FIT.fit(photos, new ThresholdGoal.Costs(1, 20)).threshold();
    assertThat(careful).isGreaterThan(strict + 0.05);
  }

  @Test
  void fit_alikePhotosInGroups_widenTheBand() {
    List<LabelledScore> alone = photos(240, 1, 35);
    List<LabelledScore> copies = new ArrayList<>();
    for (int copy = 0; copy < 5; copy++) {
      copies.addAll(alone.subList(0, 48));
    }
    List<LabelledScore> unknown =
        java.util.stream.IntStream.range(0, copies.size())
            .mapToObj(
                i -> new LabelledScore("x" + i, copies.get(i).blurred(), copies.get(i).score()))
            .toList();
    ThresholdGoal goal = new ThresholdGoal.FalseAlarmRate(0.25);
    FittedThreshold grouped = FIT.fit(copies, goal);
    FittedThreshold naive = FIT.fit(unknown, goal);
    assertThat(grouped.threshold()).isEqualTo(naive.threshold());
    assertThat(grouped.high() - grouped.low()).isGreaterThan(naive.high() - naive.low());
  }

  @Test
  void fit_perfectlySeparated_liesBetween() {
    List<LabelledScore> photos =
        List.of(
            new LabelledScore("a", false, 0.1),
            new LabelledScore("b", false, 0.2),
            new LabelledScore("c", true, 0.8));
    assertThat(FIT.fit(photos, new ThresholdGoal.FalseAlarmRate(0.05)).threshold()).isEqualTo(0.5);
    assertThat(FIT.fit(photos, new ThresholdGoal.Costs(1, 1)).threshold()).isEqualTo(0.5);
  }

  @Test
  void fit_oneClassOrBadNumbers_isRefused() {
    List<LabelledScore> clear = List.of(new LabelledScore("a", false, 0.5));
    assertThatThrownBy(() -> FIT.fit(clear, new ThresholdGoal.FalseAlarmRate(0.1)))
        .hasMessageContaining("found 1 clear and 0 blurred");
    assertThatThrownBy(() -> new ThresholdGoal.FalseAlarmRate(0)).hasMessageContaining("between");
    assertThatThrownBy(() -> new ThresholdGoal.Costs(1, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new LabelledScore("a", true, Double.NaN)).hasMessageContaining("NaN");
  }

  private static double cost(
      List<LabelledScore> photos, double threshold, double falseAlarm, double miss) {
    double cost = 0;
    for (LabelledScore photo : photos) {
      boolean called = photo.score() > threshold;
      cost += called && !photo.blurred() ? falseAlarm : 0;
      cost += !called && photo.blurred() ? miss : 0;
    }
    return cost;
  }
}
