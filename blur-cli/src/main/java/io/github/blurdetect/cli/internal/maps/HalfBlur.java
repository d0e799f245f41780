package io.github.blurdetect.cli.internal.maps;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import java.util.SplittableRandom;

/**
 * A page of which one half, drawn by seed, is out of focus: convolved with a disc in linear light.
 *
 * @param image the photo, grey
 * @param left first column of the blurred half
 * @param top its first row
 * @param right one past its last column
 * @param bottom one past its last row
 * @param radius RMS radius of the disc in pixels
 */
record HalfBlur(BlurImage image, int left, int top, int right, int bottom, double radius) {
  private static final double GAMMA = 2.2;

  /**
   * Blurs a half.
   *
   * @param page the sharp page
   * @param least least RMS radius in pixels
   * @param most greatest RMS radius in pixels
   * @param random draws the half and the radius
   */
  static HalfBlur of(LumaPlane page, double least, double most, SplittableRandom random) {
    int width = page.width();
    int height = page.height();
    double radius = random.nextDouble(least, most);
    boolean upright = random.nextBoolean();
    boolean first = random.nextBoolean();
    int left = upright && !first ? width / 2 : 0;
    int right = upright && first ? width / 2 : width;
    int top = !upright && !first ? height / 2 : 0;
    int bottom = !upright && first ? height / 2 : height;
    double[][] sums = rowSums(page);
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(page.data(), y * page.stride(), out, y * width, width);
    }
    // A disc's RMS radius is its radius over the square root of two.
    double reach = radius * Math.sqrt(2);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        double light = disc(sums, x, y, reach, width, height);
        out[y * width + x] = (byte) Math.round(255 * Math.pow(light, 1 / GAMMA));
      }
    }
    return new HalfBlur(BlurImage.grey(out, width, height), left, top, right, bottom, radius);
  }

  /** Sums of linear light from the left border, a row longer by one than the page is wide. */
  private static double[][] rowSums(LumaPlane page) {
    double[] linear = new double[256];
    for (int i = 0; i < 256; i++) {
      linear[i] = Math.pow(i / 255.0, GAMMA);
    }
    double[][] sums = new double[page.height()][page.width() + 1];
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        sums[y][x + 1] = sums[y][x] + linear[page.data()[y * page.stride() + x] & 0xFF];
      }
    }
    return sums;
  }

  /** Mean over the disc; beyond the border the page ends, and the mean is of what is left. */
  private static double disc(double[][] sums, int x, int y, double reach, int width, int height) {
    double sum = 0;
    int count = 0;
    int rows = (int) reach;
    for (int dy = Math.max(-rows, -y); dy <= Math.min(rows, height - 1 - y); dy++) {
      int half = (int) Math.sqrt(reach * reach - dy * dy);
      int from = Math.max(0, x - half);
      int to = Math.min(width, x + half + 1);
      sum += sums[y + dy][to] - sums[y + dy][from];
      count += to - from;
    }
    return sum / count;
  }
}
