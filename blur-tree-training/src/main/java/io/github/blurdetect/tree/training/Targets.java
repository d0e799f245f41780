package io.github.blurdetect.tree.training;

import io.github.blurdetect.dataset.metrics.RankCorrelation;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a boosted model is to say of each training photo: not only on which side of the line it is,
 * but how far.
 *
 * <p>Where the share of the words that blur cost is known, the target is the photo's rank by that
 * share among all photos of which it is known, from 0 to 1. A model of labels alone learns nothing
 * from the order of photos on the same side, and says nearly the same of a page that lost half of
 * its words and of one that lost all. A photo of which only the label is known gets the mean target
 * of its class. Where no share is known of either class the targets are the labels, 0 and 1.
 */
public final class Targets {
  private Targets() {}

  /**
   * Returns the targets.
   *
   * @param blurred the label of each photo
   * @param lost share of its words that can no longer be read, where it was measured; one a photo
   * @return one a photo, in [0, 1]
   * @throws IllegalArgumentException if the lists differ in length
   */
  public static double[] of(boolean[] blurred, List<OptionalDouble> lost) {
    if (blurred.length != lost.size()) {
      throw new IllegalArgumentException(
          "found " + lost.size() + " shares, expected " + blurred.length);
    }
    double[] known = lost.stream().flatMapToDouble(OptionalDouble::stream).toArray();
    double[] ranks = RankCorrelation.ranks(known);
    double[] targets = new double[blurred.length];
    double[] sums = new double[2];
    int[] counts = new int[2];
    int next = 0;
    for (int i = 0; i < targets.length; i++) {
      if (lost.get(i).isPresent()) {
        targets[i] = (ranks[next++] - 0.5) / known.length;
        sums[blurred[i] ? 1 : 0] += targets[i];
        counts[blurred[i] ? 1 : 0]++;
      }
    }
    boolean both = counts[0] > 0 && counts[1] > 0;
    for (int i = 0; i < targets.length; i++) {
      int label = blurred[i] ? 1 : 0;
      if (!both) {
        targets[i] = label;
      } else if (lost.get(i).isEmpty()) {
        targets[i] = sums[label] / counts[label];
      }
    }
    return targets;
  }
}
