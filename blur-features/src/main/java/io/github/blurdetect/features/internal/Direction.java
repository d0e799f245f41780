package io.github.blurdetect.features.internal;

/**
 * Decides whether text runs along the rows or down the columns. Two kinds of evidence, each in [-1,
 * 1]: in which direction the projection of the ink varies more, block by block (gaps between lines
 * empty whole rows; compare Baird, 1987), and on which side the nearest letter lies (letters stand
 * closer together than lines).
 */
final class Direction {
  private static final int BLOCK = 96;

  /** Slants tried: -3 to 3 pixels in so many. */
  private static final int SLANTS = 7;

  private static final int PER_SLANT = 9;

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

  private static double projections(byte[] ink, int width, int height) {
    int block = Math.min(BLOCK, Math.min(width, height));
    int[] shifts = shifts(block);
    long votes = 0;
    long voters = 0;
    for (int y = 0; y + block <= height; y += block) {
      for (int x = 0; x + block <= width; x += block) {
        long vote = vote(ink, y * width + x, width, block, shifts);
        votes += vote;
        voters += Math.abs(vote);
      }
    }
    return (double) votes / Math.max(1, voters);
  }

  /** The block's ink, positive where its row sums vary more than its column sums, at best slant. */
  private static long vote(byte[] ink, int start, int width, int block, int[] shifts) {
    int bins = 2 * block;
    int[] rows = new int[SLANTS * bins];
    int[] columns = new int[SLANTS * bins];
    long total = 0;
    int[] moved = new int[SLANTS]; // of a row's ink, in the columns' bins
    for (int y = 0; y < block; y++) {
      System.arraycopy(shifts, y * SLANTS, moved, 0, SLANTS);
      for (int x = 0; x < block; x++) {
        int one = ink[start + y * width + x] & 0xFF;
        if (one != 0) {
          total += one * one;
          for (int k = 0; k < SLANTS; k++) {
            rows[y + shifts[x * SLANTS + k]] += one;
            columns[x + moved[k]] += one;
          }
        }
      }
    }
    return total * Long.signum(most(rows, bins) - most(columns, bins));
  }

  /** By place in the block and slant: where the slant's bins begin, and how far it has moved. */
  private static int[] shifts(int block) {
    int[] shifts = new int[SLANTS * block];
    for (int i = 0; i < shifts.length; i++) {
      int slant = i % SLANTS - SLANTS / 2;
      int moved = slant * (i / SLANTS - block / 2) / PER_SLANT;
      shifts[i] = i % SLANTS * 2 * block + block / 2 + moved;
    }
    return shifts;
  }

  /** The largest sum of squares over the slants: the clearest projection. */
  private static long most(int[] sums, int bins) {
    long most = 0;
    for (int k = 0; k < SLANTS; k++) {
      long squares = 0;
      for (int i = k * bins; i < (k + 1) * bins; i++) {
        squares += (long) sums[i] * sums[i];
      }
      most = Math.max(most, squares);
    }
    return most;
  }
}
