package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.util.HexFormat;

/** Finds an image's format, reads its header, and refuses what is too large or incomplete. */
final class ImageHeaders {
  private static final int SHOWN = 8;
  // OpenCV's own limit of a side.
  private static final int MOST_SIDE = 1 << 20;

  private ImageHeaders() {}

  /**
   * Reads the header and walks the file's structure to its end.
   *
   * @throws ImageDecodeException if the bytes are empty, no image, too large, truncated, corrupt or
   *     of an unsupported kind
   */
  static ImageHeader read(Bytes bytes, DecodeOptions limits) throws ImageDecodeException {
    if (bytes.length() == 0) {
      throw new ImageDecodeException(Problem.EMPTY, "image has 0 bytes");
    }
    ImageFormat format = ImageFormat.sniff(bytes);
    if (format == null) {
      throw unknown(bytes);
    }
    return switch (format) {
      case JPEG -> new JpegHeader(bytes, limits, JpegHeader.Brightness.NONE).read();
      case PNG -> new PngHeader(bytes, limits).read();
      case WEBP -> new WebpHeader(bytes, limits).read();
      case TIFF -> new TiffHeader(bytes, limits).read();
      case BMP -> new BmpHeader(bytes, limits).read();
      case GIF -> new GifHeader(bytes, limits).read();
    };
  }

  private static ImageDecodeException unknown(Bytes bytes) {
    String expected = "expected JPEG, PNG, WebP, TIFF, BMP or GIF";
    String known = ImageFormat.unsupported(bytes);
    if (known != null) {
      return new ImageDecodeException(Problem.UNSUPPORTED, "file is " + known + ", " + expected);
    }
    int shown = Math.min(SHOWN, bytes.length());
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes.array(), 0, shown);
    return new ImageDecodeException(
        Problem.NOT_AN_IMAGE, "file begins with " + hex + ", " + expected);
  }

  /** Refuses an image without pixels, or with more than the limit. */
  static void checkSize(DecodeOptions limits, long width, long height) throws ImageDecodeException {
    if (width < 1 || height < 1) {
      throw corrupt("image is " + width + " x " + height + ", expected at least 1 x 1");
    }
    if (width > limits.maxPixels() / height) {
      throw new ImageDecodeException(
          Problem.TOO_LARGE,
          "image is "
              + width
              + " x "
              + height
              + " pixels, expected at most "
              + limits.maxPixels()
              + " in all");
    }
    if (width > MOST_SIDE || height > MOST_SIDE) {
      throw new ImageDecodeException(
          Problem.TOO_LARGE,
          "image is " + width + " x " + height + ", expected sides of at most " + MOST_SIDE);
    }
  }

  static ImageDecodeException corrupt(String message) {
    return new ImageDecodeException(Problem.CORRUPT, message);
  }

  static ImageDecodeException truncated(String message) {
    return new ImageDecodeException(Problem.TRUNCATED, message);
  }

  static ImageDecodeException unsupported(String message) {
    return new ImageDecodeException(Problem.UNSUPPORTED, message);
  }
}
