package io.github.blurdetect.features.internal;

/**
 * Decides whether text runs along the rows or down the columns. Two kinds of evidence, each in [-1,
 * 1]: in which direction the projection of the ink varies more, block by block (gaps between lines
 * empty whole rows; compare Baird, 1987), and on which side the nearest letter lies (letters stand
 * closer together than lines).
 */
final class Direction {
  private Direction() {}

  /**
   * Decides.
   *
   * @param ink of letter-like pieces alone
   * @param letters indices of these pieces
   * @return whether the lines run down the columns
   */
  static boolean isVertical(
      byte[] ink,
      int width,
      int height,
      Components pieces,
      int[] letters,
      LineGrouper across,
      LineGrouper down) {
    return projections(ink, width, height) + neighbours(pieces, letters, across, down) < 0;
  }

  /** Votes count by the square of the piece's depth: print is darker than texture. */
  private static double neighbours(
      Components pieces, int[] letters, LineGrouper across, LineGrouper down) {
    double votes = 0;
    double voters = 1e-9;
    for (int i : letters) {
      double depth = (double) pieces.depth[i] / pieces.area[i];
      int vote = Double.compare(down.gapOf(i), across.gapOf(i));
      votes += vote * depth * depth;
      voters += Math.abs(vote) * depth * depth;
    }
    return votes / voters;
  }

  /** Votes by where the ink's projections are clearer, 1 = in every block along the rows. */
  static double projections(byte[] ink, int width, int height) {
    int block = Math.min(Projections.LARGEST, Math.min(width, height));
    int across = width / block;
    int down = height / block;
    long[] columns = Projections.clearest(ink, width, height, block);
    byte[] turned = Transposition.of(ink, width, height);
    long[] rows = Projections.clearest(turned, height, width, block);
    long votes = 0;
    long voters = 0;
    for (int i = 0; i < columns.length; i++) {
      int clearer = Long.compare(rows[i % across * down + i / across], columns[i]);
      if (clearer != 0) {
        long weight = squares(ink, (i / across * width + i % across) * block, width, block);
        votes += clearer * weight;
        voters += weight;
      }
    }
    return (double) votes / Math.max(1, voters);
  }

  /** Dark ink counts more; a block's sum is under 2^30. */
  private static long squares(byte[] ink, int from, int width, int block) {
    int sum = 0;
    for (int y = 0; y < block; y++) {
      for (int i = from + y * width; i < from + y * width + block; i++) {
        int one = ink[i] & 0xFF;
        sum += one * one;
      }
    }
    return sum;
  }
}
