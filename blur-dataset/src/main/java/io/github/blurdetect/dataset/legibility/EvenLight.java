package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;

/**
 * Takes uneven light out of a page before OCR, whose global threshold would fail on it while a
 * person reads on.
 *
 * <p>Brightness is divided by that of the paper, taken as the 80th percentile of blocks a few lines
 * high, joined by bilinear interpolation.
 */
final class EvenLight {

  private static final int PAPER = 235;
  private static final double PERCENTILE = 0.8;
  private static final double BLOCK_X_HEIGHTS = 5;

  private EvenLight() {}

  static BlurImage of(BlurImage image, double xHeight) {
    LumaPlane luma = image.luma();
    int block = (int) Math.max(16, Math.round(BLOCK_X_HEIGHTS * xHeight));
    float[][] paper = smooth(paper(luma, block));
    byte[] grey = new byte[luma.width() * luma.height()];
    for (int y = 0; y < luma.height(); y++) {
      float v = Math.max(0, Math.min(paper.length - 1.001f, (y + 0.5f) / block - 0.5f));
      float[] upper = paper[(int) v];
      float[] lower = paper[Math.min(paper.length - 1, (int) v + 1)];
      for (int x = 0; x < luma.width(); x++) {
        float u = Math.max(0, Math.min(upper.length - 1.001f, (x + 0.5f) / block - 0.5f));
        float ground = blend(blend(upper, u), blend(lower, u), v - (int) v);
        float value = PAPER * luma.get(x, y) / Math.max(1, ground);
        grey[y * luma.width() + x] = (byte) Math.min(255, Math.round(value));
      }
    }
    return BlurImage.grey(grey, luma.width(), luma.height());
  }

  private static float blend(float[] row, float u) {
    return blend(row[(int) u], row[Math.min(row.length - 1, (int) u + 1)], u - (int) u);
  }

  private static float blend(float a, float b, float share) {
    return a + share * (b - a);
  }

  private static float[][] paper(LumaPlane luma, int block) {
    int across = (luma.width() + block - 1) / block;
    int down = (luma.height() + block - 1) / block;
    float[][] paper = new float[down][across];
    for (int by = 0; by < down; by++) {
      for (int bx = 0; bx < across; bx++) {
        int[] histogram = new int[256];
        int count = 0;
        for (int y = by * block; y < Math.min(luma.height(), (by + 1) * block); y++) {
          for (int x = bx * block; x < Math.min(luma.width(), (bx + 1) * block); x++) {
            histogram[luma.get(x, y)]++;
            count++;
          }
        }
        int code = 0;
        for (double left = PERCENTILE * count - histogram[0]; left > 0; ) {
          left -= histogram[++code];
        }
        paper[by][bx] = code;
      }
    }
    return paper;
  }

  /** Mean of each block and its neighbours. */
  private static float[][] smooth(float[][] grid) {
    float[][] out = new float[grid.length][grid[0].length];
    for (int y = 0; y < grid.length; y++) {
      for (int x = 0; x < grid[0].length; x++) {
        float sum = 0;
        int count = 0;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(grid.length - 1, y + 1); ny++) {
          for (int nx = Math.max(0, x - 1); nx <= Math.min(grid[0].length - 1, x + 1); nx++) {
            sum += grid[ny][nx];
            count++;
          }
        }
        out[y][x] = sum / count;
      }
    }
    return out;
  }
}
