package io.github.blurdetect.stacking.fit;

import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.Member;
import java.util.Arrays;
import java.util.Optional;

/**
 * Chooses the gates at which a cheap member decides alone: as many photos as possible, while at
 * most a given share of verdicts differs from asking all members.
 *
 * @param maxVerdictChange allowed share of changed verdicts, in [0, 1)
 */
public record GateFit(double maxVerdictChange) {

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException if it is outside [0, 1)
   */
  public GateFit {
    if (!(maxVerdictChange >= 0 && maxVerdictChange < 1)) {
      throw new IllegalArgumentException(
          "verdict change is " + maxVerdictChange + ", expected 0 to under 1");
    }
  }

  /**
   * Returns the usual choice.
   *
   * @return at most 1 verdict in 1000
   */
  public static GateFit defaults() {
    return new GateFit(0.001);
  }

  /**
   * Chooses gates.
   *
   * @param cheap the cheap member; a gate's own probability lies on its side of the threshold
   * @param scores the cheap member's out-of-fold scores, one a photo
   * @param blurredByAll the verdict of all members for each photo
   * @param threshold the stack's
   * @return empty if no photo could stop early
   */
  public Optional<Cascade> fit(
      Member cheap, double[] scores, boolean[] blurredByAll, double threshold) {
    int budget = (int) Math.floor(maxVerdictChange * scores.length);
    boolean[][] sides = sides(cheap, scores, threshold);
    Cascade best = new Cascade(cheap.name(), -1, 2, 0, 0);
    for (int allowedLow = 0; allowedLow <= budget; allowedLow++) {
      double low = -gate(negated(scores), flipped(blurredByAll), allowedLow, 1, sides[0]);
      double high = gate(scores, blurredByAll, budget - allowedLow, 2, sides[1]);
      if (low < high) {
        Cascade found = count(cheap.name(), low, high, scores, blurredByAll);
        best = found.earlyShare() > best.earlyShare() ? found : best;
      }
    }
    return best.earlyShare() > 0 ? Optional.of(best) : Optional.empty();
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
