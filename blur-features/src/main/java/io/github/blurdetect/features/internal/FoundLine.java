package io.github.blurdetect.features.internal;

import io.github.blurdetect.features.TextLine;
import java.util.List;

/**
 * A line in the shrunken photo.
 *
 * @param stretches its parts, one at least
 * @param size typical height of its stretches
 * @param contrast mean depth of its ink, grey levels
 * @param paper brightness beside the ink, grey levels
 * @param ink pixels of its pieces
 * @param length of all its stretches
 */
record FoundLine(
    List<LineBand.Stretch> stretches,
    double size,
    double contrast,
    double paper,
    long ink,
    int length) {
  private static final double X_OF_CAPITAL = 0.7;

  /** Beyond so many heights a line counts no more: rows of dashes are long. */
  private static final double LONG = 15;

  FoundLine(
      List<LineBand.Stretch> stretches, double size, double contrast, double paper, long ink) {
    this(stretches, size, contrast, paper, ink, length(stretches));
  }

  private static int length(List<LineBand.Stretch> stretches) {
    int length = 0;
    for (LineBand.Stretch s : stretches) {
      length += s.length();
    }
    return length;
  }

  double weight() {
    return Math.min(length, LONG * size) * contrast * contrast;
  }

  /** Returns the share of the stretches that is ink. */
  double fill() {
    long area = 0;
    long filled = 0;
    for (LineBand.Stretch s : stretches) {
      area += (long) s.length() * s.size();
      filled += s.filled();
    }
    return (double) filled / area;
  }

  /**
   * Returns the line in the photo.
   *
   * @param vertical whether it runs down the columns
   * @param factor the photo's pixels for one here
   */
  TextLine toTextLine(boolean vertical, int factor) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    int low = Integer.MAX_VALUE;
    int high = 0;
    for (LineBand.Stretch s : stretches) {
      from = Math.min(from, s.from());
      to = Math.max(to, s.to());
      low = Math.min(low, s.low());
      high = Math.max(high, s.high());
    }
    return new TextLine(
        (vertical ? low : from) * factor,
        (vertical ? from : low) * factor,
        (vertical ? high : to) * factor,
        (vertical ? to : high) * factor,
        X_OF_CAPITAL * size * factor,
        vertical,
        contrast);
  }

  /**
   * Adds the line's cells: its stretches in the photo.
   *
   * @param number of the line
   * @param slope by how much lines move across per pixel along
   */
  void addCells(int number, boolean vertical, double slope, int factor, List<TextCell> out) {
    for (LineBand.Stretch s : stretches) {
      int lean = (int) Math.round(Math.abs(slope) * s.length() / 2);
      int low = Math.max(0, s.low() - lean);
      int high = s.high() + lean;
      out.add(
          new TextCell(
              number,
              (vertical ? low : s.from()) * factor,
              (vertical ? s.from() : low) * factor,
              (vertical ? high : s.to()) * factor,
              (vertical ? s.to() : high) * factor,
              X_OF_CAPITAL * size * factor,
              vertical,
              contrast));
    }
  }
}
