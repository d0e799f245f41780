package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * How much ink a part of a line holds at each position across, along the page's slope; counted when
 * first asked for. Places count from the first position asked about.
 */
final class BandProfile {
  private static final int UNKNOWN = -1;

  private final byte[] ink;
  private final int length;
  private final int extent;
  private final double slope;
  private final int first;
  private final int[] counts;

  /** Pieces of the part that the slope moves by the same number of pixels: where they begin. */
  private int[] starts = new int[4];

  private int[] shifts = new int[4];
  private int pieces;

  /**
   * Looks at a part of a line.
   *
   * @param ink rows along the lines, without gaps
   * @param length of a row
   * @param extent number of rows
   * @param slope by how much lines move across per pixel along
   * @param from where the part begins
   * @param to where it ends, exclusive
   * @param first the first position across, at the middle of the part
   * @param last the last one, exclusive
   */
  BandProfile(
      byte[] ink, int length, int extent, double slope, int from, int to, int first, int last) {
    this.ink = ink;
    this.length = length;
    this.extent = extent;
    this.slope = slope;
    this.first = first;
    counts = new int[last - first];
    Arrays.fill(counts, UNKNOWN);
    cut(from, to);
  }

  private void cut(int from, int to) {
    double middle = (from + to) / 2.0;
    for (int start = from; start < to; start = endOfShift(start, to, middle)) {
      add(start, shift(slope, start - middle));
    }
    add(to, 0);
    pieces--;
  }

  private void add(int start, int shift) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      shifts = Arrays.copyOf(shifts, 2 * pieces);
    }
    starts[pieces] = start;
    shifts[pieces++] = shift;
  }

  /** Tells how far a slope leads across. */
  static int shift(double slope, double along) {
    return (int) Math.round(slope * along);
  }

  /** Finds the first position beyond a start that has another shift, or where to stop. */
  private int endOfShift(int start, int stop, double middle) {
    int shift = shift(slope, start - middle);
    if (shift(slope, stop - 1 - middle) == shift) {
      return stop;
    }
    int same = start;
    int other = stop - 1;
    while (same + 1 < other) {
      int between = (same + other) >>> 1;
      if (shift(slope, between - middle) == shift) {
        same = between;
      } else {
        other = between;
      }
    }
    return other;
  }

  /** Returns how many places there are. */
  int size() {
    return counts.length;
  }

  /** Returns the ink at a place; outside of the picture there is none. */
  int at(int place) {
    if (counts[place] == UNKNOWN) {
      counts[place] = count(first + place);
    }
    return counts[place];
  }

  private int count(int across) {
    int count = 0;
    for (int i = 0; i < pieces; i++) {
      int row = across + shifts[i];
      if (row >= 0 && row < extent) {
        count += InkBits.count(ink, row * length + starts[i], starts[i + 1] - starts[i]);
      }
    }
    return count;
  }
}
