package io.github.blurdetect.features;

import io.github.blurdetect.features.internal.TileChooser;
import java.util.List;

/**
 * The text of a photo.
 *
 * @param width of the photo, pixels
 * @param height of the photo, pixels
 * @param lines stretches of text, from top to bottom and left to right
 * @param xHeight the typical x-height, pixels of the photo: the median over the lines, weighted by
 *     their lengths in letters; NaN where no text was found
 * @param vertical whether the lines run from top to bottom
 * @param noiseSigma standard deviation of the noise in the plane the text was found in (a shrunken
 *     photo), grey levels
 */
public record TextLayout(
    int width,
    int height,
    List<TextLine> lines,
    double xHeight,
    boolean vertical,
    double noiseSigma) {

  /** Copies the list. */
  public TextLayout {
    lines = List.copyOf(lines);
  }

  /**
   * Returns the amount of text.
   *
   * @return the lines' lengths in x-heights, added up; about the number of letters
   */
  public double letters() {
    double sum = 0;
    for (TextLine line : lines) {
      sum += line.letters();
    }
    return sum;
  }

  /**
   * Says whether there is enough text to judge.
   *
   * @return whether at least {@value #ENOUGH_LETTERS} letters were found
   */
  public boolean hasText() {
    return letters() >= ENOUGH_LETTERS;
  }

  /** Fewer letters than this count as no text. */
  public static final int ENOUGH_LETTERS = 12;

  /**
   * Chooses tiles that hold much text and lie far apart, no two overlapping by more than a quarter:
   * the richest, then always the one whose text, times its distance from those chosen, is most. The
   * first few of them are those that a smaller {@code max} would give.
   *
   * @param viewedSide columns and rows of a tile after shrinking, at least 8
   * @param max the most tiles wanted, at least 1
   * @return at most {@code max} tiles in the order chosen; none where there is no text
   * @throws IllegalArgumentException if an argument is too small
   */
  public List<TextTile> tiles(int viewedSide, int max) {
    if (viewedSide < 8 || max < 1) {
      throw new IllegalArgumentException(
          "tiles of " + viewedSide + " px, at most " + max + "; expected at least 8 px and 1 tile");
    }
    return TileChooser.choose(this, viewedSide, max);
  }
}
