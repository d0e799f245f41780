package io.github.blurdetect.features.internal;

/**
 * Decides whether text runs along the rows or down the columns. Two kinds of evidence, each in [-1,
 * 1]: in which direction the projection of the ink varies more, block by block (gaps between lines
 * empty whole rows; compare Baird, 1987), and on which side the nearest letter lies (letters stand
 * closer together than lines).
 */
final class Direction {
  private static final int BLOCK = 96;

  private Direction() {}

  /**
   * Decides.
   *
   * @param ink of letter-like pieces alone
   * @param letters indices of these pieces
   * @return whether the lines run down the columns
   */
  static boolean isVertical(
      byte[] ink, int width, int height, int[] letters, LineGrouper across, LineGrouper down) {
    return projections(ink, width, height) + neighbours(letters, across, down) < 0;
  }

  private static double neighbours(int[] letters, LineGrouper across, LineGrouper down) {
    int votes = 0;
    int voters = 0;
    for (int i : letters) {
      int vote = Double.compare(down.gapOf(i), across.gapOf(i));
      votes += vote;
      voters += Math.abs(vote);
    }
    return (double) votes / Math.max(1, voters);
  }

  private static double projections(byte[] ink, int width, int height) {
    int block = Math.min(BLOCK, Math.min(width, height));
    long votes = 0;
    long voters = 0;
    for (int y = 0; y + block <= height; y += block) {
      for (int x = 0; x + block <= width; x += block) {
        long vote = vote(ink, y * width + x, width, block);
        votes += vote;
        voters += Math.abs(vote);
      }
    }
    return (double) votes / Math.max(1, voters);
  }

  /** The block's ink, positive where its row sums vary more than its column sums. */
  private static long vote(byte[] ink, int start, int width, int block) {
    int[] columns = new int[block];
    long rowSquares = 0;
    long total = 0;
    for (int y = 0; y < block; y++) {
      long row = 0;
      for (int x = 0; x < block; x++) {
        int one = ink[start + y * width + x] & 0xFF;
        row += one;
        columns[x] += one;
      }
      rowSquares += row * row;
      total += row;
    }
    long columnSquares = 0;
    for (int column : columns) {
      columnSquares += (long) column * column;
    }
    return total * Long.signum(rowSquares - columnSquares);
  }
}
