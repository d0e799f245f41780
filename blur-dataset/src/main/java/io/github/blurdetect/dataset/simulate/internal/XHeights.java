package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.dataset.simulate.Box;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Measures the x-height of a line of Latin text from its pixels.
 *
 * <p>Ink is what Otsu's threshold (N. Otsu, 1979, doi:10.1109/TSMC.1979.4310076) separates in the
 * line's box. The median height of the connected pieces of ink at least a third as high as the box
 * is divided by the median height, in x-heights, of the characters that the text says are there: 1
 * for letters such as a, c, e; 1.4 for capitals, digits, ascenders and descenders. Pages without
 * ink pieces, and results outside 0.25 to 0.8 of the box's height, fall back on half of it.
 */
public final class XHeights {

  private static final String LOW = "acemnorsuvwxz";
  private static final double TALL = 1.4;
  private static final double FALLBACK = 0.5;

  private XHeights() {}

  /**
   * Measures.
   *
   * @param luma the page
   * @param box the line's box, cut to the page here
   * @param text what the line says
   * @return pixels, above 0
   */
  public static double measure(LumaPlane luma, Box box, String text) {
    int left = Math.max(0, Math.min(luma.width() - 1, box.left()));
    int top = Math.max(0, Math.min(luma.height() - 1, box.top()));
    int width = Math.min(luma.width(), box.right()) - left;
    int height = Math.min(luma.height(), box.bottom()) - top;
    double fallback = Math.max(1, FALLBACK * box.height());
    if (width < 3 || height < 3) {
      return fallback;
    }
    boolean[] ink = ink(luma, left, top, width, height);
    double median = medianPiece(ink, width, height);
    double measured = median / expected(text);
    boolean plausible = measured >= 0.25 * box.height() && measured <= 0.8 * box.height();
    return plausible ? measured : fallback;
  }

  /** Median height of the text's characters in x-heights. */
  static double expected(String text) {
    long low = text.chars().filter(c -> LOW.indexOf(c) >= 0).count();
    long all = text.chars().filter(Character::isLetterOrDigit).count();
    return 2 * low > all ? 1 : TALL;
  }

  private static boolean[] ink(LumaPlane luma, int left, int top, int width, int height) {
    int[] histogram = new int[256];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        histogram[luma.get(left + x, top + y)]++;
      }
    }
    int threshold = otsu(histogram, width * height);
    boolean[] ink = new boolean[width * height];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = luma.get(left + i % width, top + i / width) <= threshold;
    }
    return ink;
  }

  /** Returns the code value that parts the histogram with the greatest variance between. */
  static int otsu(int[] histogram, int count) {
    double total = 0;
    for (int i = 0; i < 256; i++) {
      total += (double) i * histogram[i];
    }
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    int threshold = 0;
    for (int i = 0; i < 255; i++) {
      below += histogram[i];
      sumBelow += (double) i * histogram[i];
      if (below > 0 && below < count) {
        double gap = sumBelow / below - (total - sumBelow) / (count - below);
        double between = below * (count - below) * gap * gap;
        if (between > best) {
          best = between;
          threshold = i;
        }
      }
    }
    return threshold;
  }

  private static double medianPiece(boolean[] ink, int width, int height) {
    int[] heights = new int[ink.length];
    int count = 0;
    for (int i = 0; i < ink.length; i++) {
      if (ink[i]) {
        int piece = take(ink, i, width, height);
        if (3 * piece >= height) {
          heights[count++] = piece;
        }
      }
    }
    Arrays.sort(heights, 0, count);
    return count == 0 ? 0 : heights[count / 2];
  }

  /** Clears one 8-connected piece and returns its height. */
  private static int take(boolean[] ink, int start, int width, int height) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    ink[start] = false;
    int top = height;
    int bottom = 0;
    while (!open.isEmpty()) {
      int i = open.pop();
      int x = i % width;
      int y = i / width;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          if (ink[ny * width + nx]) {
            ink[ny * width + nx] = false;
            open.push(ny * width + nx);
          }
        }
      }
    }
    return bottom - top + 1;
  }
}
