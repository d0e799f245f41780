package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * Mean squared differences between neighbouring pixels of a cell, in four directions. For one
 * thread.
 */
final class CellEnergies {
  /** Differences whose squares are added side by side: long loops, sums that stay in the cache. */
  private static final int BLOCK = 768;

  /** A sum of two squares is at most 2 * 255^2, under 2^17: so many of them stay under 2^31. */
  private static final int MOST_BLOCKS = 1 << 14;

  private final short[] block = new short[BLOCK];
  private final int[] sums = new int[BLOCK / 2];
  private char[] here = new char[0];
  private char[] there = here;
  private short[] difference = new short[1];
  private char[] inside = new char[0]; // all bits in the window, none between its rows
  private int width;
  private int height;

  /**
   * Measures a cell.
   *
   * @return energy along the line, across it, along the falling and along the rising diagonal, grey
   *     levels squared; zeros where the window is empty
   */
  double[] of(WideCell cell, boolean vertical) {
    mark(cell);
    System.arraycopy(cell.pixels(), cell.first(), here, 0, cell.span());
    double count = Math.max(1, cell.width() * cell.height());
    double right = energy(cell, 1) / count;
    double down = energy(cell, cell.pitch()) / count;
    return new double[] {
      vertical ? down : right,
      vertical ? right : down,
      energy(cell, cell.pitch() + 1) / count,
      energy(cell, 1 - cell.pitch()) / count
    };
  }

  /** Adds up the squared differences between the window's pixels and those so many further on. */
  private long energy(WideCell cell, int step) {
    System.arraycopy(cell.pixels(), cell.first() + step, there, 0, cell.span());
    WideMath.subtract(there, here, inside, difference, cell.span());
    difference[cell.span()] = 0; // An odd last one has no neighbour.
    long energy = 0;
    for (int from = 0; from < cell.span(); from += MOST_BLOCKS * BLOCK) {
      energy += sumOfSquares(from, Math.min(cell.span(), from + MOST_BLOCKS * BLOCK));
    }
    return energy;
  }

  private long sumOfSquares(int from, int to) {
    int used = (Math.min(BLOCK, to - from) + 1) / 2;
    Arrays.fill(sums, 0);
    if (to <= BLOCK) {
      WideRow.addSquares(difference, sums, used);
      return sum(used);
    }
    for (int at = from; at < to; at += BLOCK) {
      int pairs = (Math.min(BLOCK, to - at) + 1) / 2;
      System.arraycopy(difference, at, block, 0, 2 * pairs);
      WideRow.addSquares(block, sums, pairs);
    }
    return sum(used);
  }

  /** Adds up at least so many sums; those after them are 0. */
  private long sum(int count) {
    long some = 0;
    long others = 0;
    long third = 0;
    long fourth = 0;
    for (int i = 0; i < count; i += 4) {
      some += sums[i];
      others += sums[i + 1];
      third += sums[i + 2];
      fourth += sums[i + 3];
    }
    return some + others + third + fourth;
  }

  private void mark(WideCell cell) {
    if (cell.width() == width && cell.height() == height) {
      return;
    }
    width = cell.width();
    height = cell.height();
    int span = cell.span();
    if (span >= difference.length) {
      difference = new short[2 * span + 1];
      inside = new char[2 * span];
      here = new char[2 * span];
      there = new char[2 * span];
    }
    Arrays.fill(inside, 0, span, Character.MAX_VALUE);
    for (int end = width; end < span; end += cell.pitch()) {
      for (int i = 0; i < 2 * WideCell.AROUND; i++) {
        inside[end + i] = 0;
      }
    }
  }
}
