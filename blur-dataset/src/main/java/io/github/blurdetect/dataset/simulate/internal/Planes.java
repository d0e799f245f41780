package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.api.BlurImage;

/**
 * An image as float planes, one (grey) or three (red, green, blue), rows as arrays of their own so
 * that loops over a row vectorise. Values are linear light unless a method says otherwise. Mutable,
 * for one thread at a time.
 */
public final class Planes {

  private final int width;
  private final int height;
  private final float[][][] rows;

  /**
   * Makes black planes.
   *
   * @param width pixels in a row
   * @param height rows
   * @param count 1 or 3
   */
  public Planes(int width, int height, int count) {
    this.width = width;
    this.height = height;
    this.rows = new float[count][height][width];
  }

  /**
   * Reads an image's light.
   *
   * @param image 8-bit sRGB or grey
   * @return one plane for grey, three for RGB
   */
  public static Planes lightOf(BlurImage image) {
    int count = image.layout().channels();
    Planes planes = new Planes(image.width(), image.height(), count);
    byte[] pixels = image.pixels();
    for (int y = 0; y < image.height(); y++) {
      for (int c = 0; c < count; c++) {
        float[] row = planes.rows[c][y];
        int in = y * image.stride() + c;
        for (int x = 0; x < row.length; x++, in += count) {
          row[x] = Srgb.light(pixels[in] & 0xFF);
        }
      }
    }
    return planes;
  }

  /** Turns light into code values [0, 255], in place. */
  public void encode() {
    for (float[][] plane : rows) {
      for (float[] row : plane) {
        for (int x = 0; x < row.length; x++) {
          row[x] = Srgb.code(row[x]);
        }
      }
    }
  }

  /**
   * Rounds code values to bytes.
   *
   * @return grey or RGB image
   */
  public BlurImage toImage() {
    int count = rows.length;
    byte[] pixels = new byte[width * height * count];
    for (int c = 0; c < count; c++) {
      int out = c;
      for (float[] row : rows[c]) {
        for (int x = 0; x < width; x++, out += count) {
          pixels[out] = (byte) Math.max(0, Math.min(255, (int) (row[x] + 0.5f)));
        }
      }
    }
    return count == 1
        ? BlurImage.grey(pixels, width, height)
        : BlurImage.rgb(pixels, width, height);
  }

  /**
   * Returns the same picture with three planes.
   *
   * @return this one if it has three, else a copy
   */
  public Planes coloured() {
    if (rows.length == 3) {
      return this;
    }
    Planes colour = new Planes(width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int c = 0; c < 3; c++) {
        System.arraycopy(rows[0][y], 0, colour.rows[c][y], 0, width);
      }
    }
    return colour;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int count() {
    return rows.length;
  }

  /**
   * Returns a plane's rows themselves.
   *
   * @param plane 0 to count() - 1
   * @return rows of {@code width()} values
   */
  public float[][] plane(int plane) {
    return rows[plane];
  }
}
