package io.github.blurdetect.features.internal;

import java.util.stream.IntStream;

/**
 * Chooses some of many things that stand in order: one out of each of so many equal stretches, at
 * places in the stretches that keep no rhythm (multiples of the golden ratio), so that nothing
 * which recurs is met or missed every time. Depends on the numbers alone.
 */
final class EvenSample {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private EvenSample() {}

  /**
   * Chooses.
   *
   * @param count of the things
   * @param wanted how many of them, at least 1
   * @return their indices, ascending; all where there are no more than wanted
   */
  static IntStream of(int count, int wanted) {
    if (count <= wanted) {
      return IntStream.range(0, count);
    }
    return IntStream.range(0, wanted)
        .map(
            i -> {
              int from = (int) ((long) i * count / wanted);
              int to = (int) ((i + 1L) * count / wanted);
              return from + (int) ((to - from) * (i * GOLDEN % 1));
            });
  }
}
