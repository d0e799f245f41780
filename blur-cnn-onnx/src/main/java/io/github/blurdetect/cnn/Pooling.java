package io.github.blurdetect.cnn;

import io.github.blurdetect.api.ModelLoadException;

/**
 * Makes a photo's score of its votes: logistic regression on training photos, kept in the model's
 * metadata.
 *
 * @param bias constant
 * @param share weight of the share of unreadable print
 * @param logit weight of the mean log odds
 * @param sureCells photos with fewer cells that almost surely hold print, and whose cells do not
 *     agree, show no text; 0 to take them all
 * @param threshold score above which a photo is called blurred
 */
record Pooling(double bias, double share, double logit, double sureCells, double threshold) {

  /** There is doubt unless the score is nearer to its end by so many times than the threshold. */
  private static final double DOUBT = 0.1;

  static Pooling of(CnnModelInfo info) {
    Pooling pooling =
        new Pooling(
            info.number("pool_bias", -5),
            info.number("pool_share", 10),
            info.number("pool_logit", 0),
            info.number("sure_cells", 0),
            info.number("threshold", 0.5));
    if (!(pooling.threshold >= 0 && pooling.threshold <= 1)) {
      throw new ModelLoadException(
          "CNN metadata 'threshold' is %s, expected 0 to 1 (%s)"
              .formatted(pooling.threshold, info.source()));
    }
    return pooling;
  }

  /** Says whether there is enough print to judge. */
  boolean enough(Votes votes) {
    return votes.enough() && (votes.sureCells() >= sureCells || votes.agreed());
  }

  /** Says whether these votes of some of a photo's tiles leave no doubt what all would say. */
  boolean decided(Votes votes) {
    double blurriness = blurriness(votes);
    return enough(votes)
        && !votes.few()
        && (blurriness < threshold * DOUBT || 1 - blurriness < (1 - threshold) * DOUBT);
  }

  double blurriness(Votes votes) {
    double z = bias + share * votes.unreadShare() + logit * votes.meanLogit();
    return 1 / (1 + Math.exp(-z));
  }
}
