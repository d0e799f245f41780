package io.github.blurdetect.stacking.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Fits a threshold and the band in which it is uncertain to a user's labelled photos.
 *
 * <p>The band is the interval of the threshold itself. For a wished false-alarm rate it is wide
 * enough for both of two intervals: the exact one of a quantile from order statistics (David and
 * Nagaraja, Order Statistics, 2003, section 7.1; assumes independent photos) and the percentile
 * bootstrap over groups (photos of one page are alike). For costs it is the bootstrap's. Results
 * depend on photos, goal and options alone.
 *
 * @param confidence between 0 and 1
 * @param rounds of the bootstrap, at least 100
 * @param seed of the bootstrap
 */
public record ThresholdFit(double confidence, int rounds, long seed) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if confidence is outside (0, 1) or rounds under 100
   */
  public ThresholdFit {
    if (!(confidence > 0 && confidence < 1) || rounds < 100) {
      throw new IllegalArgumentException(
          "confidence %s, rounds %d, expected between 0 and 1, at least 100"
              .formatted(confidence, rounds));
    }
  }

  /**
   * Returns the usual choice.
   *
   * @return 95 %, 1000 rounds, seed 1
   */
  public static ThresholdFit defaults() {
    return new ThresholdFit(0.95, 1000, 1);
  }

  /**
   * Fits a threshold.
   *
   * @param photos labelled, with their scores; those without text left out
   * @param goal what is wanted
   * @return the threshold, its band, and the errors it makes on these photos
   * @throws IllegalArgumentException if there is no clear or no blurred photo
   */
  public FittedThreshold fit(List<LabelledScore> photos, ThresholdGoal goal) {
    List<LabelledScore> clear = photos.stream().filter(photo -> !photo.blurred()).toList();
    int blurred = photos.size() - clear.size();
    if (clear.isEmpty() || blurred == 0) {
      throw new IllegalArgumentException(
          "found %d clear and %d blurred photos, expected at least one of each"
              .formatted(clear.size(), blurred));
    }
    double threshold = threshold(photos, goal);
    double[] band = bootstrap(photos, some -> threshold(some, goal));
    boolean bounded = true;
    if (goal instanceof ThresholdGoal.FalseAlarmRate wished) {
      double[] exact = quantileBand(sorted(clear), wished.rate());
      bounded = exact[1] < 1;
      double high = bounded ? Math.max(band[1], exact[1]) : band[1];
      band = new double[] {Math.min(band[0], exact[0]), high};
    }
    int alarms = (int) clear.stream().filter(photo -> photo.score() > threshold).count();
    int misses = (int) photos.stream().filter(p -> p.blurred() && p.score() <= threshold).count();
    return new FittedThreshold(
        threshold,
        Math.min(band[0], threshold),
        Math.max(band[1], threshold),
        bounded,
        clear.size(),
        alarms,
        BinomialInterval.of(alarms, clear.size(), confidence),
        blurred,
        misses,
        BinomialInterval.of(misses, blurred, confidence),
        confidence);
  }

  private static double threshold(List<LabelledScore> photos, ThresholdGoal goal) {
    if (goal instanceof ThresholdGoal.FalseAlarmRate wished) {
      return lowestWithin(photos, wished.rate());
    }
    return cheapest(photos, (ThresholdGoal.Costs) goal);
  }

  // The lowest threshold that keeps the rate, moved up to halfway to the next score above it so
  // that a photo just like the last clear one is not called blurred.
  private static double lowestWithin(List<LabelledScore> photos, double rate) {
    double[] clear = sorted(photos.stream().filter(photo -> !photo.blurred()).toList());
    if (clear.length == 0) {
      return 1;
    }
    int allowed = (int) Math.floor(rate * clear.length + 1e-9);
    double at = clear[clear.length - 1 - Math.min(allowed, clear.length - 1)];
    return halfway(at, sorted(photos));
  }

  private static double cheapest(List<LabelledScore> photos, ThresholdGoal.Costs costs) {
    List<LabelledScore> rising = new ArrayList<>(photos);
    rising.sort(java.util.Comparator.comparingDouble(LabelledScore::score));
    double cost = rising.stream().filter(p -> !p.blurred()).count() * costs.falseAlarm();
    double least = cost;
    double best = rising.isEmpty() ? 0 : rising.get(0).score() / 2;
    for (int i = 0; i < rising.size(); i++) {
      cost += rising.get(i).blurred() ? costs.miss() : -costs.falseAlarm();
      boolean last = i + 1 == rising.size();
      boolean tie = !last && rising.get(i + 1).score() == rising.get(i).score();
      if (!tie && cost < least) {
        least = cost;
        double next = last ? 1 : rising.get(i + 1).score();
        best = (rising.get(i).score() + next) / 2;
      }
    }
    return best;
  }

  private static double halfway(double at, double[] scores) {
    double next = 1;
    for (double score : scores) {
      if (score > at) {
        next = score;
        break;
      }
    }
    return (at + next) / 2;
  }

  private static double[] sorted(List<LabelledScore> photos) {
    return photos.stream().mapToDouble(LabelledScore::score).sorted().toArray();
  }

  // With q = 1 - rate, the i-th of n scores is under the q-quantile with the chance that at least
  // i of n fall under it: P(Bin(n, q) >= i).
  private double[] quantileBand(double[] clear, double rate) {
    int n = clear.length;
    double q = 1 - rate;
    double tail = (1 - confidence) / 2;
    double low = 0;
    double high = 1;
    for (int i = 1; i <= n; i++) {
      double under = 1 - BinomialInterval.atMost(i - 1, n, q);
      if (under >= 1 - tail) {
        low = clear[i - 1];
      }
      if (under <= tail) {
        high = clear[i - 1];
        break;
      }
    }
    return new double[] {low, high};
  }

  private double[] bootstrap(
      List<LabelledScore> photos, ToDoubleFunction<List<LabelledScore>> statistic) {
    Map<String, List<LabelledScore>> byGroup = new TreeMap<>();
    photos.forEach(
        photo -> byGroup.computeIfAbsent(photo.group(), g -> new ArrayList<>()).add(photo));
    List<List<LabelledScore>> groups = List.copyOf(byGroup.values());
    SplittableRandom random = new SplittableRandom(seed);
    double[] values =
        IntStream.range(0, rounds)
            .mapToDouble(
                round -> {
                  List<LabelledScore> drawn = new ArrayList<>();
                  for (int i = 0; i < groups.size(); i++) {
                    drawn.addAll(groups.get(random.nextInt(groups.size())));
                  }
                  return statistic.applyAsDouble(drawn);
                })
            .toArray();
    Arrays.sort(values);
    double tail = (1 - confidence) / 2;
    int low = (int) Math.floor(tail * (rounds - 1));
    return new double[] {values[low], values[rounds - 1 - low]};
  }
}
