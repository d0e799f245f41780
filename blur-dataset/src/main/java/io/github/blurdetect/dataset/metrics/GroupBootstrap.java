package io.github.blurdetect.dataset.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Confidence intervals by the percentile bootstrap over groups: whole groups (all photos of one
 * page) are drawn with replacement, since photos of one page are not independent.
 *
 * <p>Source: Efron and Tibshirani, An introduction to the bootstrap, 1993, section 13.3; the
 * cluster form after Field and Welsh, 2007, doi 10.1111/j.1467-9868.2007.00593.x.
 *
 * @param rounds number of resamples, at least 100
 * @param level share of repetitions that should hold the truth, between 0 and 1
 * @param seed seed of the draws; the same seed gives the same interval
 */
public record GroupBootstrap(int rounds, double level, long seed) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if rounds is under 100 or the level not between 0 and 1
   */
  public GroupBootstrap {
    if (rounds < 100) {
      throw new IllegalArgumentException("rounds is " + rounds + ", expected at least 100");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", expected between 0 and 1");
    }
  }

  /**
   * Returns 2000 rounds, 95 %, seed 1.
   *
   * @return the defaults
   */
  public static GroupBootstrap defaults() {
    return new GroupBootstrap(2000, 0.95, 1);
  }

  /**
   * Returns the interval of the blurred class's F1.
   *
   * @param scores scores and labels
   * @param groups each photo's group
   * @param threshold a photo is called blurred where its score is above this
   * @return the interval
   * @throws IllegalArgumentException if the numbers of scores and groups differ
   */
  public Interval f1(LabelledScores scores, List<String> groups, double threshold) {
    return interval(scores, groups, sample -> ConfusionMatrix.of(sample, threshold).blurred().f1());
  }

  /**
   * Returns the interval of any figure.
   *
   * @param scores scores and labels
   * @param groups each photo's group
   * @param figure what is computed of each resample; a NaN leaves that resample out
   * @return the interval
   * @throws IllegalArgumentException if the numbers of scores and groups differ, or the figure is
   *     NaN for every resample
   */
  public Interval interval(
      LabelledScores scores, List<String> groups, ToDoubleFunction<LabelledScores> figure) {
    int[][] members = members(scores, groups);
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[rounds];
    int kept = 0;
    for (int round = 0; round < rounds; round++) {
      double value = figure.applyAsDouble(scores.select(draw(members, random)));
      if (!Double.isNaN(value)) {
        values[kept++] = value;
      }
    }
    if (kept == 0) {
      throw new IllegalArgumentException("the figure is NaN for every resample");
    }
    double[] sorted = Arrays.copyOf(values, kept);
    Arrays.sort(sorted);
    double tail = (1 - level) / 2;
    return new Interval(quantile(sorted, tail), quantile(sorted, 1 - tail), level);
  }

  private static int[][] members(LabelledScores scores, List<String> groups) {
    if (groups.size() != scores.size()) {
      throw new IllegalArgumentException(
          groups.size() + " groups, expected one for each of " + scores.size() + " scores");
    }
    Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byGroup.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
    }
    return byGroup.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static int[] draw(int[][] members, SplittableRandom random) {
    int[][] drawn = new int[members.length][];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = members[random.nextInt(members.length)];
    }
    return Arrays.stream(drawn).flatMapToInt(Arrays::stream).toArray();
  }

  /** Linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996). */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
