package io.github.blurdetect.features.internal;

import java.util.List;

/** How lines lean: the regression of their pieces' centres, the median over the page. */
final class Slant {
  private static final int LEAST_PIECES = 4;
  private static final double STEEPEST = 0.6;

  private Slant() {}

  /**
   * Returns the page's slope.
   *
   * @param lines boxes of the pieces of each line
   * @return pixels across per pixel along; 0 where no line has pieces enough
   */
  static double of(List<List<LineBand.Stretch>> lines) {
    return WeightedPercentile.median(
        lines.stream()
            .filter(line -> line.size() >= LEAST_PIECES)
            .map(line -> new double[] {slope(line), line.size()}),
        0);
  }

  private static double slope(List<LineBand.Stretch> line) {
    double alongMean = 0;
    double acrossMean = 0;
    for (LineBand.Stretch piece : line) { // halves: the sums are exact
      alongMean += piece.middle();
      acrossMean += piece.center();
    }
    alongMean /= line.size();
    acrossMean /= line.size();
    double product = 0;
    double square = 0;
    for (LineBand.Stretch piece : line) {
      double along = piece.middle() - alongMean;
      product += along * (piece.center() - acrossMean);
      square += along * along;
    }
    return square == 0 ? 0 : Math.max(-STEEPEST, Math.min(STEEPEST, product / square));
  }
}
