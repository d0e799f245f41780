package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** Reads a BMP's header and checks that its rows are all there. */
final class BmpHeader {
  private static final int INFO = 14;
  private static final int CORE_HEADER = 12;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;

  private final Bytes bytes;
  private final DecodeOptions limits;

  BmpHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    long headerSize = bytes.u32(INFO, false);
    boolean core = headerSize == CORE_HEADER;
    if (!core && (headerSize < 40 || headerSize > 256)) {
      throw ImageHeaders.corrupt(
          "BMP header has " + headerSize + " bytes, expected 12 or 40 to 124");
    }
    long width = core ? bytes.u16(INFO + 4, false) : (int) bytes.u32(INFO + 4, false);
    long rows = core ? bytes.u16(INFO + 6, false) : (int) bytes.u32(INFO + 8, false);
    long height = Math.abs(rows);
    ImageHeaders.checkSize(limits, width, height);
    int bits = bytes.u16(core ? INFO + 10 : INFO + 14, false);
    long compression = core ? 0 : bytes.u32(INFO + 16, false);
    long pixels = bytes.u32(10, false);
    checkComplete(width, height, bits, compression, pixels);
    return new ImageHeader(
        ImageFormat.BMP,
        (int) width,
        (int) height,
        ExifOrientation.UPRIGHT,
        false,
        false,
        false,
        -1);
  }

  private void checkComplete(long width, long height, int bits, long compression, long pixels)
      throws ImageDecodeException {
    if (compression == RLE8 || compression == RLE4) {
      bytes.need(pixels, Math.max(2, bytes.u32(INFO + 20, false)));
    } else {
      long stride = (width * bits + 31) / 32 * 4;
      bytes.need(pixels, stride * (height - 1) + (width * bits + 7) / 8);
    }
  }
}
