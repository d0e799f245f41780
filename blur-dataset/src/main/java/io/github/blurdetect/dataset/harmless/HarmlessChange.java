package io.github.blurdetect.dataset.harmless;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.internal.JpegWriter;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** A change that leaves a photo as readable as it was, or nearly so. */
public enum HarmlessChange {
  /** Turned clockwise by 90 degrees. */
  ROTATED_90,
  /** Turned by 180 degrees. */
  ROTATED_180,
  /** Turned clockwise by 270 degrees. */
  ROTATED_270,
  /** Gaussian noise of standard deviation 3 in 8-bit code values, the same in all channels. */
  NOISE_3,
  /** Gaussian noise of standard deviation 6 in 8-bit code values, the same in all channels. */
  NOISE_6,
  /** Code values raised to the power of 0.8: lighter. */
  GAMMA_0_8,
  /** Code values raised to the power of 1.25: darker. */
  GAMMA_1_25,
  /** Compressed again as JPEG of quality 75. */
  JPEG_75,
  /** Cut by two pixels on the left and at the top. */
  SHIFTED_2;

  private static final int SHIFT = 2;
  private static final int JPEG_QUALITY = 75;

  /**
   * Changes a photo.
   *
   * @param image left as it is
   * @param seed of the noise
   * @return a new image; the same for the same photo and seed. A photo of 2 pixels a side or less
   *     is not shifted
   */
  public BlurImage apply(BlurImage image, long seed) {
    return switch (this) {
      case ROTATED_90 -> rotated(image, 1);
      case ROTATED_180 -> rotated(image, 2);
      case ROTATED_270 -> rotated(image, 3);
      case NOISE_3 -> noisy(image, 3, seed);
      case NOISE_6 -> noisy(image, 6, seed);
      case GAMMA_0_8 -> mapped(image, gamma(0.8));
      case GAMMA_1_25 -> mapped(image, gamma(1.25));
      case JPEG_75 -> compressed(image, JPEG_QUALITY);
      case SHIFTED_2 -> shifted(image);
    };
  }

  static BlurImage rotated(BlurImage image, int quarters) {
    int width = quarters % 2 == 0 ? image.width() : image.height();
    int height = quarters % 2 == 0 ? image.height() : image.width();
    int channels = image.layout().channels();
    byte[] in = image.pixels();
    byte[] out = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX = quarters == 1 ? y : quarters == 2 ? width - 1 - x : height - 1 - y;
        int fromY = quarters == 1 ? width - 1 - x : quarters == 2 ? height - 1 - y : x;
        int from = fromY * image.stride() + fromX * channels;
        System.arraycopy(in, from, out, (y * width + x) * channels, channels);
      }
    }
    return BlurImage.of(out, width, height, width * channels, image.layout());
  }

  private static BlurImage shifted(BlurImage image) {
    if (image.width() <= SHIFT || image.height() <= SHIFT) {
      return image;
    }
    int channels = image.layout().channels();
    int width = image.width() - SHIFT;
    int height = image.height() - SHIFT;
    byte[] out = new byte[width * height * channels];
    for (int y = 0; y < height; y++) {
      int from = (y + SHIFT) * image.stride() + SHIFT * channels;
      System.arraycopy(image.pixels(), from, out, y * width * channels, width * channels);
    }
    return BlurImage.of(out, width, height, width * channels, image.layout());
  }

  static IntUnaryOperator gamma(double power) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.round(255 * Math.pow(i / 255.0, power));
    }
    return value -> table[value] & 0xFF;
  }

  static BlurImage mapped(BlurImage image, IntUnaryOperator map) {
    int row = image.width() * image.layout().channels();
    byte[] out = new byte[row * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row; x++) {
        out[y * row + x] = (byte) map.applyAsInt(image.pixels()[y * image.stride() + x] & 0xFF);
      }
    }
    return BlurImage.of(out, image.width(), image.height(), row, image.layout());
  }

  static BlurImage noisy(BlurImage image, double sigma, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int channels = image.layout().channels();
    int row = image.width() * channels;
    byte[] out = new byte[row * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < row; x += channels) {
        double noise = sigma * gaussian(random);
        for (int c = x; c < x + channels; c++) {
          long value = Math.round((image.pixels()[y * image.stride() + c] & 0xFF) + noise);
          out[y * row + c] = (byte) Math.min(255, Math.max(0, value));
        }
      }
    }
    return BlurImage.of(out, image.width(), image.height(), row, image.layout());
  }

  // Box and Muller, 1958, doi 10.1214/aoms/1177706645.
  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  static BlurImage compressed(BlurImage image, int quality) {
    try {
      return ImageDecoder.defaults().decode(JpegWriter.encode(image, quality));
    } catch (ImageDecodeException e) {
      throw new IllegalStateException("a JPEG just written cannot be read", e);
    }
  }
}
