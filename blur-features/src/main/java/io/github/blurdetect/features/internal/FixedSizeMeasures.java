package io.github.blurdetect.features.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;

/** The measures behind {@link io.github.blurdetect.features.ReferenceMeasures}. */
public final class FixedSizeMeasures {
  // Pillow's L: BT.601 in 16-bit fixed point.
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;

  private FixedSizeMeasures() {}

  /**
   * Converts to grey as Pillow's mode L does; it differs from {@link BlurImage#luma()} in rounding.
   *
   * @param image RGB or grey
   * @return the plane
   */
  public static LumaPlane pillowLuma(BlurImage image) {
    if (image.layout() == BlurImage.Layout.GREY) {
      return image.luma();
    }
    int width = image.width();
    byte[] pixels = image.pixels();
    byte[] grey = new byte[Math.multiplyExact(width, image.height())];
    for (int y = 0, out = 0; y < image.height(); y++) {
      int in = y * image.stride();
      for (int end = in + 3 * width; in < end; in += 3, out++) {
        int sum =
            RED * (pixels[in] & 0xFF)
                + GREEN * (pixels[in + 1] & 0xFF)
                + BLUE * (pixels[in + 2] & 0xFF);
        grey[out] = (byte) ((sum + (1 << 15)) >> 16);
      }
    }
    return new LumaPlane(grey, width, image.height(), width);
  }

  /**
   * Returns the population variance of the four-neighbour Laplacian, borders mirrored without
   * repeating the edge (OpenCV's {@code BORDER_REFLECT_101}).
   *
   * @param grey brightness without gaps between rows
   * @param width at least 1
   * @param height at least 1
   * @return grey levels squared
   */
  public static double laplacianVariance(byte[] grey, int width, int height) {
    long sum = 0;
    long squares = 0; // At most 1020^2 a pixel: room for 2^42 of them.
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int up = mirror(y - 1, height) * width;
      int down = mirror(y + 1, height) * width;
      for (int x = 0; x < width; x++) {
        int left = grey[row + mirror(x - 1, width)] & 0xFF;
        int right = grey[row + mirror(x + 1, width)] & 0xFF;
        int value =
            left
                + right
                + (grey[up + x] & 0xFF)
                + (grey[down + x] & 0xFF)
                - 4 * (grey[row + x] & 0xFF);
        sum += value;
        squares += (long) value * value;
      }
    }
    double count = (double) width * height;
    double mean = sum / count;
    return Math.max(0, squares / count - mean * mean);
  }

  /**
   * Returns the population variance of the Sobel magnitude sqrt((gx^2 + gy^2) / 2), each kernel's
   * weights divided by 4, borders mirrored with the edge repeated (scikit-image's {@code sobel}).
   *
   * @param grey brightness without gaps between rows
   * @param width at least 1
   * @param height at least 1
   * @return for brightness scaled to [0, 1]
   */
  public static double sobelVariance(byte[] grey, int width, int height) {
    double sum = 0;
    long squares = 0;
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int up = Math.max(0, y - 1) * width;
      int down = Math.min(height - 1, y + 1) * width;
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        int a = grey[up + left] & 0xFF;
        int b = grey[up + right] & 0xFF;
        int c = grey[down + left] & 0xFF;
        int d = grey[down + right] & 0xFF;
        int gx = b + d - a - c + 2 * ((grey[row + right] & 0xFF) - (grey[row + left] & 0xFF));
        int gy = c + d - a - b + 2 * ((grey[down + x] & 0xFF) - (grey[up + x] & 0xFF));
        int energy = gx * gx + gy * gy;
        sum += Math.sqrt(energy);
        squares += energy;
      }
    }
    double count = (double) width * height;
    double mean = sum / count;
    return Math.max(0, squares / count - mean * mean) / (32.0 * 255 * 255);
  }

  /** Mirrors without repeating the edge; a side of 1 mirrors onto itself. */
  private static int mirror(int i, int size) {
    if (size == 1) {
      return 0;
    }
    return i < 0 ? -i : i >= size ? 2 * size - 2 - i : i;
  }
}
