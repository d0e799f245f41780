package io.github.blurdetect.cnn;

/**
 * What the cells of a photo's tiles say, each counting as far as it holds print.
 *
 * @param textCells cells' probabilities of holding print, added up
 * @param sureCells the same of the cells that almost surely hold print
 * @param unreadShare mean probability that the print cannot be read, in [0, 1]
 * @param meanLogit mean of the same as log odds, each cut off at -6 and 6
 */
public record Votes(double textCells, double sureCells, double unreadShare, double meanLogit) {
  /** No print at all. */
  static final Votes NONE = new Votes(0, 0, 0, 0);

  /** Fewer cells than this are no text: about two words. */
  private static final double ENOUGH_CELLS = 12;

  /** A cell less likely than this to hold print does not vote. */
  private static final float LEAST_TEXT = 0.3f;

  /** A cell at least this likely to hold print almost surely does. */
  private static final float SURE_TEXT = 0.7f;

  /** Cells agree where the mean probability that print cannot be read is this near 0 or 1. */
  private static final double AGREEMENT = 0.15;

  private static final double MOST_LOGIT = 6;

  /**
   * Says whether there is enough print to judge.
   *
   * @return whether about two words were seen
   */
  public boolean enough() {
    return textCells >= ENOUGH_CELLS;
  }

  /**
   * Says whether the cells agree on whether the print can be read. Print so blurred that no cell is
   * sure to be print agrees that it cannot; texture that looks like print here and there does not.
   *
   * @return whether the mean probability is near 0 or 1
   */
  public boolean agreed() {
    return Math.min(unreadShare, 1 - unreadShare) <= AGREEMENT;
  }

  /** Fewer cells than this, and the text may lie elsewhere: a twelfth of the tiles. */
  private static final double FEW_CELLS = 250;

  /** Says whether there is so little print in the chosen tiles that others should be looked at. */
  boolean few() {
    return textCells < FEW_CELLS;
  }

  /** Returns these votes and others together. */
  Votes and(Votes others) {
    if (textCells == 0 || others.textCells == 0) {
      return textCells == 0 ? others : this;
    }
    double all = textCells + others.textCells;
    return new Votes(
        all,
        sureCells + others.sureCells,
        (unreadShare * textCells + others.unreadShare * others.textCells) / all,
        (meanLogit * textCells + others.meanLogit * others.textCells) / all);
  }

  static Votes count(CnnModel.Output output) {
    double all = 0;
    double sure = 0;
    double unread = 0;
    double logits = 0;
    float[] text = output.text();
    for (int i = 0; i < output.map().length; i++) {
      double weight = text == null ? 1 : text[i] < LEAST_TEXT ? 0 : text[i];
      double p = output.map()[i];
      double logit = Math.log((p + 1e-9) / (1 - p + 1e-9));
      all += weight;
      sure += weight >= SURE_TEXT ? weight : 0;
      unread += weight * p;
      logits += weight * Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logit));
    }
    return all == 0 ? NONE : new Votes(all, sure, unread / all, logits / all);
  }
}
