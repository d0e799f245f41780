package io.github.blurdetect.stacking;

/**
 * Lets a cheap member decide alone where it is certain.
 *
 * <p>The gates are chosen on scores of photos the members were not trained on, so that at most a
 * given share of verdicts differs from asking all members. A single focus measure is no gate: noise
 * raises it, and a noisy unreadable photo would pass.
 *
 * @param member the cheap member's name
 * @param low at or under this score of the member the others are not asked, in [0, 1]; -1 = never
 * @param high at or over this score of the member the others are not asked, in [0, 1]; 2 = never
 * @param earlyShare share of photos that stop early, where the gates were chosen, in [0, 1]
 * @param verdictChangeRate share of photos whose verdict differs from asking all, there, in [0, 1]
 */
public record Cascade(
    String member, double low, double high, double earlyShare, double verdictChangeRate) {

  /**
   * Checks the gates.
   *
   * @throws IllegalArgumentException unless {@code low < high} and the shares are in [0, 1]
   */
  public Cascade {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "cascade has gates %s and %s, expected low < high".formatted(low, high));
    }
    boolean shares =
        earlyShare >= 0 && earlyShare <= 1 && verdictChangeRate >= 0 && verdictChangeRate <= 1;
    if (!shares) {
      throw new IllegalArgumentException(
          "cascade has early share %s and verdict change rate %s, expected 0 to 1"
              .formatted(earlyShare, verdictChangeRate));
    }
  }

  /**
   * Tells whether the others need not be asked.
   *
   * @param score the member's
   * @return true at or beyond a gate
   */
  public boolean certain(double score) {
    return score <= low || score >= high;
  }
}
