package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;

/**
 * Reads the orientation tag out of an EXIF block (CIPA DC-008, tag 274), which is a little TIFF
 * file of its own. Damaged EXIF says nothing about the pixels, so it counts as upright.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  static final int TAG = 274;
  private static final int SHORT = 3;

  private ExifOrientation() {}

  /**
   * Returns the orientation, 1 to 8.
   *
   * @param at where the block begins: "II" or "MM"
   * @param length its bytes
   */
  static int read(Bytes bytes, long at, long length) {
    try {
      if (!bytes.has(at, "II") && !bytes.has(at, "MM")) {
        return UPRIGHT;
      }
      boolean big = bytes.has(at, "MM");
      long directory = bytes.u32(at + 4, big);
      int entries = bytes.u16(at + directory, big);
      for (int i = 0; i < entries; i++) {
        long entry = directory + 2 + 12L * i;
        if (entry + 12 > length) {
          return UPRIGHT;
        }
        if (bytes.u16(at + entry, big) == TAG && bytes.u16(at + entry + 2, big) == SHORT) {
          return valid(bytes.u16(at + entry + 8, big));
        }
      }
      return UPRIGHT;
    } catch (ImageDecodeException e) {
      return UPRIGHT;
    }
  }

  /** Returns the value if it is an orientation, else upright. */
  static int valid(int value) {
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }
}
