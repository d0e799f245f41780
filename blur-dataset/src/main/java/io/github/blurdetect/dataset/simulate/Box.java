package io.github.blurdetect.dataset.simulate;

/**
 * An upright box in whole pixels.
 *
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
public record Box(int left, int top, int right, int bottom) {

  /**
   * Checks the order of the sides.
   *
   * @throws IllegalArgumentException if right is left of left, or bottom above top
   */
  public Box {
    if (right < left || bottom < top) {
      throw new IllegalArgumentException(
          "box is ("
              + left
              + ", "
              + top
              + ", "
              + right
              + ", "
              + bottom
              + "), expected left <="
              + " right and top <= bottom");
    }
  }

  /**
   * Returns the columns.
   *
   * @return pixels, at least 0
   */
  public int width() {
    return right - left;
  }

  /**
   * Returns the rows.
   *
   * @return pixels, at least 0
   */
  public int height() {
    return bottom - top;
  }

  /**
   * Returns the middle column.
   *
   * @return pixels
   */
  public int centreX() {
    return (left + right) / 2;
  }

  /**
   * Returns the middle row.
   *
   * @return pixels
   */
  public int centreY() {
    return (top + bottom) / 2;
  }
}
