package io.github.blurdetect.features;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.features.internal.CellTerms;
import java.util.List;

/**
 * The cells of print of one photo, measured, with the share of words that an OCR program read on
 * the line that each lies on: what a {@link LegibilityModel} is fitted to.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LegibilityCells {

  /**
   * A line of text that an OCR program was given to read.
   *
   * @param left first column, pixels of the photo
   * @param top first row
   * @param right one past the last column
   * @param bottom one past the last row
   * @param words words that the line holds, at least 1
   * @param wordsRead words of them that were read
   */
  public record ReadLine(int left, int top, int right, int bottom, int words, int wordsRead) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there is no word, or a negative number was read
     */
    public ReadLine {
      if (words < 1 || wordsRead < 0) {
        throw new IllegalArgumentException(
            wordsRead + " of " + words + " words read, expected at least 0 of at least 1");
      }
    }

    private boolean holds(CellTerms cell) {
      return cell.centreX() >= left
          && cell.centreX() < right
          && cell.centreY() >= top
          && cell.centreY() < bottom;
    }

    private double share() {
      return Math.min(1, (double) wordsRead / words);
    }
  }

  private final double[][] terms;
  private final double[] letters;
  private final double[] shares;

  LegibilityCells(double[][] terms, double[] letters, double[] shares) {
    this.terms = terms;
    this.letters = letters;
    this.shares = shares;
  }

  /**
   * Finds and measures a photo's cells. A cell belongs to the first line that holds its centre.
   *
   * @param image the photo at native scale
   * @param lines what was read of it; may be empty
   * @return its cells; none where no text was found
   */
  public static LegibilityCells measure(BlurImage image, List<ReadLine> lines) {
    List<CellTerms> cells = CellTerms.of(image);
    double[] shares = new double[cells.size()];
    for (int i = 0; i < shares.length; i++) {
      CellTerms cell = cells.get(i);
      shares[i] =
          lines.stream()
              .filter(line -> line.holds(cell))
              .mapToDouble(ReadLine::share)
              .findFirst()
              .orElse(Double.NaN);
    }
    return new LegibilityCells(
        cells.stream().map(CellTerms::terms).toArray(double[][]::new),
        cells.stream().mapToDouble(CellTerms::letters).toArray(),
        shares);
  }

  /**
   * Returns the number of cells.
   *
   * @return at least 0
   */
  public int size() {
    return shares.length;
  }

  /**
   * Returns how much of a cell's line was read.
   *
   * @param cell 0 to {@code size() - 1}
   * @return share of its words, 0 to 1; NaN for a cell on no line
   */
  public double share(int cell) {
    return shares[cell];
  }

  /**
   * Returns the length of a cell.
   *
   * @param cell 0 to {@code size() - 1}
   * @return in x-heights, about the number of its letters
   */
  public double letters(int cell) {
    return letters[cell];
  }

  double[] terms(int cell) {
    return terms[cell];
  }
}
