package io.github.blurdetect.dataset.legibility;

/**
 * Tells from what is known of words written by hand whether they can still be read, where no OCR
 * program can.
 *
 * <p>The spread is that of {@link BlockRule#latin()} with two differences. A pen thin against its
 * letters leaves faint strokes at a blur that would leave broad ones dark, so letters count as no
 * higher than ten strokes are wide. And noise counts the less the more pixels a stroke is wide.
 *
 * <pre>
 *   h = min(x-height, 10 stroke)
 *   spread^2 = (radius / h)^2 + (pixel / h)^2 + (noise * sigma / (contrast * max(1, stroke)))^2
 * </pre>
 *
 * Nobody read the words, so a wide band between readable and unreadable is left undecided: from 0.8
 * to 1.4 of the limit for print. Letters higher than 48 pixels outlast a blur that takes everything
 * else in the photo; they are undecided as soon as letters of 48 pixels would be.
 */
public final class HandwritingRule {

  private static final double HIGHEST_IN_STROKES = 10;
  private static final double LARGE = 48;
  private static final double READABLE = 0.8;
  private static final double UNREADABLE = 1.4;

  private HandwritingRule() {}

  /**
   * Returns the share of words like these that can't be read.
   *
   * @param rmsRadius size of the blur in pixels
   * @param xHeight in pixels
   * @param stroke mean width of the strokes in pixels, above 0
   * @param sigma standard deviation of the noise in code values
   * @param contrast paper less ink in code values; where it is not above 0 nothing can be read
   * @return 0 or 1, NaN in between
   */
  public static double unread(
      double rmsRadius, double xHeight, double stroke, double sigma, double contrast) {
    BlockRule print = BlockRule.latin();
    double height = Math.min(xHeight, HIGHEST_IN_STROKES * stroke);
    double grain = sigma / Math.max(1, stroke);
    double seen = print.spread(rmsRadius, Math.min(height, LARGE), grain, contrast);
    double spread = print.spread(rmsRadius, height, grain, contrast);
    return seen <= READABLE * print.limit()
        ? 0
        : spread >= UNREADABLE * print.limit() ? 1 : Double.NaN;
  }
}
