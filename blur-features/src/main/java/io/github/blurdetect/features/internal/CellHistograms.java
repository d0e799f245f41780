package io.github.blurdetect.features.internal;

import java.util.Arrays;

/**
 * Histograms of a smoothed cell's brightness and of its gradients. Each is counted in parts, for
 * pixels by turns: an increment waits for the last one of the same bin. For one thread.
 */
final class CellHistograms {
  /** Bins of a histogram. */
  static final int BINS = 256;

  private static final int LAST = BINS - 1;
  private static final int PARTS = 4;

  /** Square roots of 0 to 2^16 - 1, rounded down. */
  private static final byte[] ROOTS = roots();

  private final int[] tones = new int[PARTS * BINS];
  private final int[] slopes = new int[PARTS * BINS];

  private static byte[] roots() {
    byte[] roots = new byte[1 << 16];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = (byte) Math.sqrt(i);
    }
    return roots;
  }

  /** Counts a cell's pixels. */
  void take(SmoothCell cell) {
    Arrays.fill(tones, 0);
    Arrays.fill(slopes, 0);
    for (int y = 0; y < cell.height(); y++) {
      int at = y * cell.pitch();
      count(cell.pixels(), cell.first() + at, cell.squaredGradients(), at, cell.width());
    }
    addParts(tones);
    addParts(slopes);
  }

  private void count(char[] pixels, int first, char[] squares, int from, int width) {
    int[] tone = tones;
    int[] slope = slopes;
    int x = 0;
    for (; x <= width - PARTS; x += PARTS) {
      tone[pixels[first + x] & LAST]++;
      tone[BINS + (pixels[first + x + 1] & LAST)]++;
      tone[2 * BINS + (pixels[first + x + 2] & LAST)]++;
      tone[3 * BINS + (pixels[first + x + 3] & LAST)]++;
      slope[ROOTS[squares[from + x]] & LAST]++;
      slope[BINS + (ROOTS[squares[from + x + 1]] & LAST)]++;
      slope[2 * BINS + (ROOTS[squares[from + x + 2]] & LAST)]++;
      slope[3 * BINS + (ROOTS[squares[from + x + 3]] & LAST)]++;
    }
    for (; x < width; x++) {
      tone[pixels[first + x] & LAST]++;
      slope[ROOTS[squares[from + x]] & LAST]++;
    }
  }

  private static void addParts(int[] bins) {
    for (int i = 0; i < BINS; i++) {
      bins[i] += bins[BINS + i] + bins[2 * BINS + i] + bins[3 * BINS + i];
    }
  }

  /** Returns how many pixels have each brightness, in the first {@value #BINS}. */
  int[] tones() {
    return tones;
  }

  /** Returns how many have each length of the gradient of central differences, rounded down. */
  int[] slopes() {
    return slopes;
  }
}
