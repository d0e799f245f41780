package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.LumaPlane;
import java.util.Arrays;

/**
 * Mean squared differences between neighbouring pixels of a cell, in four directions. For one
 * thread.
 */
final class CellEnergies {
  /** A sum of two squares is under 2^17: so many rows of them stay under 2^31. */
  private static final int MOST_ROWS = 1 << 14;

  private static final int RIGHT = 0;
  private static final int DOWN = 1;
  private static final int FALLING = 2;
  private static final int RISING = 3;

  private int room;
  private WideRow above = new WideRow(0);
  private WideRow here = above;
  private WideRow below = above;
  private char[] shifted = new char[0];
  private short[] difference = new short[0];
  private final int[][] pairs = new int[RISING + 1][];

  /**
   * Measures a window.
   *
   * @return energy along the line, across it, along the falling and along the rising diagonal, grey
   *     levels squared; zeros where the window is empty
   */
  double[] of(LumaPlane plane, Window window, boolean vertical) {
    long[] sums = new long[pairs.length];
    for (int y = window.top(); window.pixels() > 0 && y < window.bottom(); y += MOST_ROWS) {
      add(plane, window, y, Math.min(window.bottom(), y + MOST_ROWS), sums);
    }
    double count = Math.max(1, window.pixels());
    return new double[] {
      (vertical ? sums[DOWN] : sums[RIGHT]) / count,
      (vertical ? sums[RIGHT] : sums[DOWN]) / count,
      sums[FALLING] / count,
      sums[RISING] / count
    };
  }

  private void add(LumaPlane plane, Window window, int top, int bottom, long[] sums) {
    int width = window.right() - window.left();
    makeRoom(width + 1);
    int halves = (width + 1) / 2;
    for (int[] each : pairs) {
      Arrays.fill(each, 0, halves, 0);
    }
    int at = top * plane.stride() + window.left();
    above.take(plane.data(), at - plane.stride(), width + 1);
    here.take(plane.data(), at, width + 1);
    for (int y = top; y < bottom; y++) {
      at += plane.stride();
      below.take(plane.data(), at, width + 1);
      add(above, 1, RISING, width);
      add(here, 1, RIGHT, width);
      add(below, 0, DOWN, width);
      add(below, 1, FALLING, width);
      WideRow free = above;
      above = here;
      here = below;
      below = free;
    }
    for (int direction = 0; direction < sums.length; direction++) {
      for (int i = 0; i < halves; i++) {
        sums[direction] += pairs[direction][i];
      }
    }
  }

  /** Adds the squared differences between a row's pixels, so many to the right, and this row's. */
  private void add(WideRow other, int right, int direction, int width) {
    char[] pixels = other.pixels();
    if (right > 0) {
      System.arraycopy(pixels, right, shifted, 0, width);
      pixels = shifted;
    }
    WideRow.subtract(pixels, here.pixels(), difference, width);
    difference[width] = 0; // An odd last pixel has no neighbour.
    WideRow.addSquares(difference, pairs[direction], (width + 1) / 2);
  }

  private void makeRoom(int width) {
    if (width > room) {
      room = 2 * width;
      above = new WideRow(room);
      here = new WideRow(room);
      below = new WideRow(room);
      shifted = new char[room];
      difference = new short[room];
      Arrays.setAll(pairs, i -> new int[room]);
    }
  }
}
