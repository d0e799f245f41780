package io.github.blurdetect.image;

import io.github.blurdetect.api.BlurImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The eight EXIF orientations, done naively from their definition, and EXIF blocks to state them.
 */
final class Orientations {
  private Orientations() {}

  /**
   * Checks an image against stored pixels: the stored pixel of row r, column c stands where the
   * orientation's definition (CIPA DC-008: what the 0th row and the 0th column are) puts it.
   */
  static boolean matches(BlurImage image, byte[] stored, int width, int height, int orientation) {
    int channels = image.layout().channels();
    boolean swapped = orientation >= 5;
    if (image.width() != (swapped ? height : width)
        || image.height() != (swapped ? width : height)) {
      return false;
    }
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int at = channels * place(r, c, width, height, orientation);
        int from = channels * (r * width + c);
        if (!Arrays.equals(image.pixels(), at, at + channels, stored, from, from + channels)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int place(int r, int c, int width, int height, int orientation) {
    return switch (orientation) {
      case 1 -> r * width + c; // 0th row top, 0th column left
      case 2 -> r * width + width - 1 - c; // top, right
      case 3 -> (height - 1 - r) * width + width - 1 - c; // bottom, right
      case 4 -> (height - 1 - r) * width + c; // bottom, left
      case 5 -> c * height + r; // left, top
      case 6 -> c * height + height - 1 - r; // right, top
      case 7 -> (width - 1 - c) * height + height - 1 - r; // right, bottom
      case 8 -> (width - 1 - c) * height + r; // left, bottom
      default -> throw new IllegalArgumentException("orientation " + orientation);
    };
  }

  /** An EXIF block of one tag. */
  static byte[] exif(int orientation, boolean big) {
    ByteBuffer exif = ByteBuffer.allocate(26);
    exif.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    exif.put((byte) (big ? 'M' : 'I')).put((byte) (big ? 'M' : 'I'));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return exif.array();
  }
}
