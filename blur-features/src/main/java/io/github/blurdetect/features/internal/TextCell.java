package io.github.blurdetect.features.internal;

/**
 * A stretch of a line, about a word long, in pixels of the photo; ends are exclusive.
 *
 * @param line number of its line among those found
 * @param xHeight of its line, pixels of the photo
 * @param vertical whether the line runs from top to bottom
 * @param contrast of its line, grey levels
 */
record TextCell(
    int line,
    int left,
    int top,
    int right,
    int bottom,
    double xHeight,
    boolean vertical,
    double contrast) {

  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  /** Returns the length along the line in x-heights, about the number of letters. */
  double letters() {
    return (vertical ? height() : width()) / xHeight;
  }
}
