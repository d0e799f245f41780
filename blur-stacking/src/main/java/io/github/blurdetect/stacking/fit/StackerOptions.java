package io.github.blurdetect.stacking.fit;

import java.util.Optional;

/**
 * How a stack is trained.
 *
 * @param folds groups are dealt out to so many folds to compare candidates, at least 2
 * @param seed of the dealing
 * @param threshold probability above which a photo is called blurred, in (0, 1)
 * @param cheap the member that may decide alone, if any
 * @param gates how its gates are chosen
 * @param bins of the calibration curve, at least 1
 */
public record StackerOptions(
    int folds, long seed, double threshold, Optional<String> cheap, GateFit gates, int bins) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if folds is under 2, bins under 1 or the threshold outside (0,
   *     1)
   */
  public StackerOptions {
    if (folds < 2 || bins < 1 || !(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "folds %d, bins %d, threshold %s, expected at least 2, at least 1, between 0 and 1"
              .formatted(folds, bins, threshold));
    }
  }

  /**
   * Returns the usual choice: 5 folds, threshold 0.5, the member {@code tree} first.
   *
   * @return the defaults
   */
  public static StackerOptions defaults() {
    return new StackerOptions(5, 1, 0.5, Optional.of("tree"), GateFit.defaults(), 10);
  }

  /**
   * Returns these options with another cheap member.
   *
   * @param member its name, or empty for no cascade
   * @return a new instance
   */
  public StackerOptions withCheap(Optional<String> member) {
    return new StackerOptions(folds, seed, threshold, member, gates, bins);
  }

  /**
   * Returns these options with another seed.
   *
   * @param value any
   * @return a new instance
   */
  public StackerOptions withSeed(long value) {
    return new StackerOptions(folds, value, threshold, cheap, gates, bins);
  }
}
