package io.github.blurdetect.cnn;

import io.github.blurdetect.api.BlurImage;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws pages of made-up letters, without fonts, and blurs parts of them. */
final class DrawnPage {
  /** Letters of 5 x 7 dots, a row a byte. */
  private static final int[][] LETTERS = {
    {0x00, 0x00, 0x0E, 0x01, 0x0F, 0x11, 0x0F}, // a
    {0x10, 0x10, 0x1E, 0x11, 0x11, 0x11, 0x1E}, // b
    {0x01, 0x01, 0x0F, 0x11, 0x11, 0x11, 0x0F}, // d
    {0x00, 0x00, 0x0E, 0x11, 0x1F, 0x10, 0x0E}, // e
    {0x10, 0x10, 0x16, 0x19, 0x11, 0x11, 0x11}, // h
    {0x08, 0x08, 0x1C, 0x08, 0x08, 0x09, 0x06}, // t
    {0x00, 0x00, 0x16, 0x19, 0x11, 0x11, 0x11}, // n
    {0x00, 0x00, 0x0E, 0x11, 0x11, 0x11, 0x0E}, // o
    {0x00, 0x00, 0x16, 0x19, 0x10, 0x10, 0x10}, // r
    {0x00, 0x00, 0x0E, 0x10, 0x0E, 0x01, 0x1E}, // s
  };

  private static final int PAPER = 225;
  private static final int INK = 40;
  private static final int DOT = 3;

  private DrawnPage() {}

  /** Returns a page of lines with an x-height of 15 pixels. */
  static byte[] draw(int width, int height, long seed) {
    byte[] page = new byte[width * height];
    Arrays.fill(page, (byte) PAPER);
    SplittableRandom random = new SplittableRandom(seed);
    for (int top = 30; top + 7 * DOT < height - 20; top += 14 * DOT) {
      int x = 30;
      while (x < width - 60) {
        for (int i = random.nextInt(2, 9); i > 0 && x < width - 60; i--) {
          letter(page, width, x, top, LETTERS[random.nextInt(LETTERS.length)]);
          x += 6 * DOT;
        }
        x += 5 * DOT;
      }
    }
    // Print is never as sharp as its dots.
    return blur(page, width, height, 1, 0, width);
  }

  private static void letter(byte[] page, int width, int left, int top, int[] rows) {
    for (int y = 0; y < 7 * DOT; y++) {
      for (int x = 0; x < 5 * DOT; x++) {
        if ((rows[y / DOT] >> (4 - x / DOT) & 1) == 1) {
          page[(top + y) * width + left + x] = (byte) INK;
        }
      }
    }
  }

  /** Averages squares of {@code 2 * reach + 1} pixels, in the columns from one to another. */
  static byte[] blur(byte[] page, int width, int height, int reach, int from, int to) {
    byte[] out = page.clone();
    for (int y = 0; y < height; y++) {
      for (int x = from; x < to; x++) {
        int sum = 0;
        int count = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
          for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
            sum += page[v * width + u] & 0xFF;
            count++;
          }
        }
        out[y * width + x] = (byte) (sum / count);
      }
    }
    return out;
  }

  static BlurImage sharp(int width, int height) {
    return BlurImage.grey(draw(width, height, 1), width, height);
  }

  static BlurImage blurred(int width, int height) {
    byte[] page = draw(width, height, 1);
    return BlurImage.grey(blur(page, width, height, 8, 0, width), width, height);
  }
}
