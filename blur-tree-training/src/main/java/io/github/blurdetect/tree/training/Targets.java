package io.github.blurdetect.tree.training;

import io.github.blurdetect.dataset.folder.LabelledPhoto.Label;
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
 * of its class. Where no share is known of either class the targets are the labels, 0 and 1, and
 * one half for marginal photos.
 */
public final class Targets {
  private Targets() {}

  /**
   * Returns the targets.
   *
   * @param labels the label of each photo
   * @param lost share of its words that can no longer be read, where it was measured; one a photo
   * @return one a photo, in [0, 1]
   * @throws IllegalArgumentException if the lists differ in length, or the share of a marginal
   *     photo is not known
   */
  public static double[] of(List<Label> labels, List<OptionalDouble> lost) {
    if (labels.size() != lost.size()) {
      throw new IllegalArgumentException(
          "found " + lost.size() + " shares, expected " + labels.size());
    }
    double[] known = lost.stream().flatMapToDouble(OptionalDouble::stream).toArray();
    double[] ranks = RankCorrelation.ranks(known);
    double[] targets = new double[labels.size()];
    double[] sums = new double[Label.values().length];
    int[] counts = new int[sums.length];
    int next = 0;
    for (int i = 0; i < targets.length; i++) {
      int label = labels.get(i).ordinal();
      if (lost.get(i).isPresent()) {
        targets[i] = (ranks[next++] - 0.5) / known.length;
        sums[label] += targets[i];
        counts[label]++;
      } else if (labels.get(i) == Label.MARGINAL) {
        throw new IllegalArgumentException(
            "photo " + i + " is marginal, expected a share of words");
      }
    }
    boolean both = counts[Label.CLEAR.ordinal()] > 0 && counts[Label.BLURRED.ordinal()] > 0;
    for (int i = 0; i < targets.length; i++) {
      int label = labels.get(i).ordinal();
      if (!both) {
        targets[i] = ofLabel(labels.get(i));
      } else if (lost.get(i).isEmpty()) {
        targets[i] = sums[label] / counts[label];
      }
    }
    return targets;
  }

  private static double ofLabel(Label label) {
    return switch (label) {
      case CLEAR -> 0;
      case MARGINAL -> 0.5;
      case BLURRED -> 1;
    };
  }
}
