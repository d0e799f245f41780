package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Member;
import java.util.Arrays;
import java.util.Optional;

/**
 * Chooses the gates at which a cheap member decides alone: as many photos as possible, while at
 * most a given share of verdicts differs from asking all members, or is left open by them. Were
 * open ones not counted, the score of a new photo would jump at a gate, from the cheap member's
 * word to the other side of the threshold.
 *
 * @param maxVerdictChange allowed share of changed or open verdicts, in [0, 1)
 * @param open a verdict is open where all members' probability is no farther than this from the
 *     threshold, in [0, 0.5)
 */
public record GateFit(double maxVerdictChange, double open) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public GateFit {
    if (!(open >= 0 && open < 0.5)) {
      throw new IllegalArgumentException(
          "open is " + open + " from the threshold, expected 0 to under 0.5");
    }
    if (!(maxVerdictChange >= 0 && maxVerdictChange < 1)) {
      throw new IllegalArgumentException(
          "verdict change is " + maxVerdictChange + ", expected 0 to under 1");
    }
  }

  /**
   * Returns the usual choice.
   *
   * @return at most 1 verdict in 1000; those from 0.25 to 0.75 are open
   */
  public static GateFit defaults() {
    return new GateFit(0.001, 0.25);
  }

  /**
   * Chooses gates.
   *
   * @param cheap the cheap member; a gate's own probability lies on its side of the threshold
   * @param scores the cheap member's out-of-fold scores, one a photo
   * @param byAll all members' probability for each photo
   * @param threshold the stack's
   * @return empty if no photo could stop early
   */
  public Optional<Cascade> fit(Member cheap, double[] scores, double[] byAll, double threshold) {
    int budget = (int) Math.floor(maxVerdictChange * scores.length);
    boolean[] surelyBlurred = above(byAll, threshold + open);
    boolean[] perhapsBlurred = above(byAll, threshold - open);
    boolean[] blurred = above(byAll, threshold);
    boolean[][] sides = sides(cheap, scores, threshold);
    Cascade best = new Cascade(cheap.name(), -1, 2, 0, 0);
    for (int allowedLow = 0; allowedLow <= budget; allowedLow++) {
      double low = -gate(negated(scores), flipped(perhapsBlurred), allowedLow, 1, sides[0]);
      double high = gate(scores, surelyBlurred, budget - allowedLow, 2, sides[1]);
      if (low < high) {
        Cascade found = count(cheap.name(), low, high, scores, blurred);
        best = found.earlyShare() > best.earlyShare() ? found : best;
      }
    }
    return best.earlyShare() > 0 ? Optional.of(best) : Optional.empty();
  }

  private static boolean[] above(double[] probabilities, double limit) {
    boolean[] above = new boolean[probabilities.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = probabilities[i] > limit;
    }
    return above;
  }

  // Which scores lie on the clear side of the threshold, and which on the blurred side.
  private static boolean[][] sides(Member cheap, double[] scores, double threshold) {
    boolean[][] sides = new boolean[2][scores.length];
    for (int i = 0; i < scores.length; i++) {
      sides[0][i] = cheap.probability(scores[i]) < threshold;
      sides[1][i] = cheap.probability(scores[i]) > threshold;
    }
    return sides;
  }

  // The smallest score of the right side from which upwards at most `allowed` photos are not
  // blurred by all.
  private static double gate(
      double[] scores, boolean[] blurred, int allowed, double never, boolean[] side) {
    double[] clear = new double[scores.length];
    int clears = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!blurred[i]) {
        clear[clears++] = scores[i];
      }
    }
    double[] sorted = Arrays.copyOf(clear, clears);
    Arrays.sort(sorted);
    double under = clears <= allowed ? Double.NEGATIVE_INFINITY : sorted[clears - 1 - allowed];
    double found = never;
    for (int i = 0; i < scores.length; i++) {
      found = side[i] && scores[i] > under ? Math.min(found, scores[i]) : found;
    }
    return found;
  }

  private static Cascade count(
      String name, double low, double high, double[] scores, boolean[] blurredByAll) {
    int early = 0;
    int changed = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] <= low || scores[i] >= high) {
        early++;
        changed += scores[i] >= high != blurredByAll[i] ? 1 : 0;
      }
    }
    double all = scores.length;
    return new Cascade(name, low, high, early / all, changed / all);
  }

  private static double[] negated(double[] scores) {
    return Arrays.stream(scores).map(score -> -score).toArray();
  }

  private static boolean[] flipped(boolean[] verdicts) {
    boolean[] other = new boolean[verdicts.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = !verdicts[i];
    }
    return other;
  }
}
