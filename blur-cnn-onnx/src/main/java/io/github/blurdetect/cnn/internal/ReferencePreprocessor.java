package io.github.blurdetect.cnn.internal;

import io.github.blurdetect.api.BlurImage;

/**
 * The Python system's way of preparing a photo: its centre, resized to 256 x 256.
 *
 * <p>Cut off are a quarter left and right and a third above and below where the photo is higher
 * than wide, else a third left and right and a quarter above and below.
 */
public final class ReferencePreprocessor {
  /** Side of the result. */
  public static final int SIDE = 256;

  private ReferencePreprocessor() {}

  /**
   * Prepares a photo.
   *
   * @param image at least 1 x 1
   * @param channelsLast whether pixels stay interleaved; else each colour has a plane of its own
   * @return {@code 3 * 256 * 256} bytes, red, green and blue
   */
  public static byte[] prepare(BlurImage image, boolean channelsLast) {
    boolean upright = image.width() < image.height();
    int left = image.width() / (upright ? 4 : 3);
    int top = image.height() / (upright ? 3 : 4);
    int width = image.width() - 2 * left;
    int height = image.height() - 2 * top;
    byte[] crop = crop(image, left, top, width, height);
    int channels = image.layout().channels();
    byte[] small = PillowLanczos.resize(crop, width, height, channels, SIDE, SIDE);
    return arrange(small, channels, channelsLast);
  }

  private static byte[] crop(BlurImage image, int left, int top, int width, int height) {
    int channels = image.layout().channels();
    byte[] out = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      int from = (top + y) * image.stride() + left * channels;
      System.arraycopy(image.pixels(), from, out, y * width * channels, width * channels);
    }
    return out;
  }

  private static byte[] arrange(byte[] pixels, int channels, boolean channelsLast) {
    int count = SIDE * SIDE;
    byte[] out = new byte[3 * count];
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < 3; c++) {
        byte value = pixels[channels == 3 ? 3 * i + c : i];
        out[channelsLast ? 3 * i + c : c * count + i] = value;
      }
    }
    return out;
  }
}
