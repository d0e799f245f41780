package io.github.blurdetect.bench.load;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Times by outcome. Safe for use by many threads. */
final class Samples {
  private static final double MILLI = 1e6;

  private final Map<Outcome, long[]> nanos = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

  synchronized void add(Outcome outcome, long time) {
    int count = count(outcome);
    long[] times = nanos.computeIfAbsent(outcome, o -> new long[1024]);
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      nanos.put(outcome, times);
    }
    times[count] = time;
    counts.put(outcome, count + 1);
  }

  synchronized int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The smallest time, in milliseconds, that a share of the requests did not exceed. */
  synchronized double millis(Outcome outcome, double share) {
    int count = count(outcome);
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos.getOrDefault(outcome, new long[0]), count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / MILLI;
  }

  /** The share of the requests of an outcome that took longer than so many milliseconds. */
  synchronized double share(Outcome outcome, double longerThanMillis) {
    int count = count(outcome);
    long[] times = nanos.getOrDefault(outcome, new long[0]);
    long longer =
        Arrays.stream(times, 0, count).filter(time -> time > longerThanMillis * MILLI).count();
    return count == 0 ? 0 : (double) longer / count;
  }

  /** Count, p50, p99 and longest of one outcome, as cells of a table. */
  String cells(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%d | %.1f | %.1f | %.1f",
        count(outcome),
        millis(outcome, 0.5),
        millis(outcome, 0.99),
        millis(outcome, 1));
  }
}
