package io.github.blurdetect.features;

/**
 * A stretch of text: one line, or one word of it where the gaps are wide.
 *
 * @param left first column, pixels of the photo
 * @param top first row
 * @param right one past the last column
 * @param bottom one past the last row
 * @param xHeight estimated height of a lower-case x, pixels of the photo; 0.7 times the height of
 *     capitals, digits and Chinese characters
 * @param vertical whether the line runs from top to bottom (a page turned by 90 degrees)
 * @param contrast mean difference between paper and ink, grey levels
 */
public record TextLine(
    int left, int top, int right, int bottom, double xHeight, boolean vertical, double contrast) {

  /**
   * Checks the box.
   *
   * @throws IllegalArgumentException if the box is empty or the x-height is not above 0
   */
  public TextLine {
    if (left >= right || top >= bottom) {
      throw new IllegalArgumentException(
          "box is "
              + left
              + ","
              + top
              + " to "
              + right
              + ","
              + bottom
              + ", expected a pixel or more");
    }
    if (!(xHeight > 0)) {
      throw new IllegalArgumentException("x-height is " + xHeight + ", expected above 0");
    }
  }

  /**
   * Returns the line's extent along its direction in x-heights, about the number of its letters.
   *
   * @return above 0
   */
  public double letters() {
    return (vertical ? bottom - top : right - left) / xHeight;
  }
}
