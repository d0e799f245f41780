package io.github.blurdetect.features.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is much fainter than most of a photo's text counts for less: the paper's grain, folds,
 * stains, print shining through, the wood of the table.
 *
 * @param faint below this share of the contrast that most of the text has, weight falls
 * @param faintest from here down it is next to nothing, but something: there may be nothing else
 */
record Faintness(double faint, double faintest) {
  /**
   * For cells, by their range of brightness. Of the print of simulated photos, blurred or not, 3 %
   * lies below; of what is taken for print beside it, 40 %.
   */
  static final Faintness OF_CELLS = new Faintness(0.4, 0.15);

  private static final double LEAST = 0.02;
  private static final double MOST_OF_THE_TEXT = 0.75;

  /**
   * Returns factors for the weights of pieces of text.
   *
   * @param pieces of one photo
   * @param contrast of a piece, in any unit
   * @param letters of a piece, its weight so far
   * @return one a piece, above 0 and at most 1
   */
  <T> double[] factors(List<T> pieces, ToDoubleFunction<T> contrast, ToDoubleFunction<T> letters) {
    if (pieces.isEmpty()) {
      return new double[0];
    }
    double[] contrasts = pieces.stream().mapToDouble(contrast).toArray();
    double[] weights = pieces.stream().mapToDouble(letters).toArray();
    double typical = WeightedPercentile.of(contrasts, weights, List.of(MOST_OF_THE_TEXT))[0];
    return Arrays.stream(contrasts).map(each -> factor(each / typical)).toArray();
  }

  private double factor(double share) {
    double even = (share - faintest) / (faint - faintest);
    return even >= 1 ? 1 : even > LEAST ? even : LEAST; // LEAST where it is not a number
  }
}
