package io.github.blurdetect.features.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures how high a line is by projecting its ink along the page's slant onto the axis across it,
 * in short stretches. Letters that fell to pieces (dot matrix, faint print) and letters that melted
 * together show the same band.
 */
final class LineBand {
  /** Length of a stretch in heights of the pieces; less where a slant would heighten its box. */
  private static final double STRETCH = 6;

  private static final double SLANTED_STRETCH = 0.6;
  private static final double LEAST_STRETCH = 2.5;

  /** Rows belong to the band where they hold at least this share of the mean row's ink. */
  private static final double SHARE = 0.35;

  private final byte[] ink;
  private final int length;
  private final int extent;
  private final double slope;

  /**
   * A part of a line: positions along and across it, ends exclusive, and the ink inside. The
   * positions across hold for the middle of the part, the slant taken out.
   *
   * @param filled ink pixels
   */
  record Stretch(int from, int to, int low, int high, int filled) {
    int length() {
      return to - from;
    }

    int size() {
      return high - low;
    }

    double center() {
      return (low + high) / 2.0;
    }

    double middle() {
      return (from + to) / 2.0;
    }
  }

  /**
   * Looks at ink.
   *
   * @param ink of letter-like pieces alone: rows along the lines, without gaps
   * @param length of a row
   * @param extent number of rows
   * @param slope by how much lines move across per pixel along
   */
  LineBand(byte[] ink, int length, int extent, double slope) {
    this.ink = ink;
    this.length = length;
    this.extent = extent;
    this.slope = slope;
  }

  /**
   * Cuts a line into stretches.
   *
   * @param pieces boxes of its pieces: positions along (from, to) and across (low, high)
   * @param size typical height of the pieces
   * @return the stretches that hold a piece, at least one
   */
  List<Stretch> measure(List<Stretch> pieces, double size) {
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (Stretch piece : pieces) {
      from = Math.min(from, piece.from);
      to = Math.max(to, piece.to);
    }
    int count = Math.max(1, (int) Math.round((to - from) / (stretch() * size)));
    List<Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int a = from + (int) ((long) (to - from) * k / count);
      int b = from + (int) ((long) (to - from) * (k + 1) / count);
      int low = Integer.MAX_VALUE;
      int high = -1;
      for (Stretch piece : pieces) {
        if (piece.from < b && piece.to > a) {
          int shift = BandProfile.shift(slope, (a + b) / 2.0 - piece.middle());
          low = Math.min(low, piece.low + shift);
          high = Math.max(high, piece.high + shift);
        }
      }
      low = Math.max(0, low);
      high = Math.min(extent, high);
      if (high > low) {
        stretches.add(band(a, b, low, high, (int) Math.ceil(size)));
      }
    }
    return stretches;
  }

  private double stretch() {
    return Math.max(
        LEAST_STRETCH, Math.min(STRETCH, SLANTED_STRETCH / Math.max(0.01, Math.abs(slope))));
  }

  private Stretch band(int from, int to, int low, int high, int margin) {
    int first = Math.max(0, low - margin);
    int last = Math.min(extent, high + margin);
    BandProfile profile = new BandProfile(ink, length, extent, slope, from, to, first, last);
    int peak = low - first;
    long sum = 0;
    for (int k = low - first; k < high - first; k++) {
      peak = profile.at(k) > profile.at(peak) ? k : peak;
      sum += profile.at(k);
    }
    double least = SHARE * sum / (high - low);
    int a = peak;
    while (a > 0 && reaches(profile, a - 1, a - 2, least)) {
      a--;
    }
    int b = peak + 1;
    while (b < profile.size() && reaches(profile, b, b + 1, least)) {
      b++;
    }
    int filled = 0;
    for (int k = a; k < b; k++) {
      filled += profile.at(k);
    }
    return new Stretch(from, to, first + a, first + b, filled);
  }

  /** A single poor row inside a letter does not end the band. */
  private static boolean reaches(BandProfile profile, int k, int beyond, double least) {
    return profile.at(k) >= least
        || beyond >= 0 && beyond < profile.size() && profile.at(beyond) >= least;
  }
}
