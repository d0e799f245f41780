package io.github.blurdetect.features;

/**
 * A square of the photo that holds much text, and the scale at which to look at it.
 *
 * <p>The square may reach over the photo's right and lower border where the photo is smaller than a
 * tile; whoever cuts it out repeats the border.
 *
 * @param left first column, pixels of the photo
 * @param top first row, pixels of the photo
 * @param side columns and rows, pixels of the photo
 * @param scale 1, 0.5 or 0.25: shrink by this, and the x-height is 8 to 16 pixels or as near as can
 *     be from below
 * @param xHeight of the text in the tile, pixels of the photo
 * @param letters how much text the tile holds, in x-heights of line length
 */
public record TextTile(int left, int top, int side, double scale, double xHeight, double letters) {

  /**
   * Returns the tile's columns and rows after shrinking.
   *
   * @return {@code side * scale}
   */
  public int viewedSide() {
    return (int) Math.round(side * scale);
  }
}
