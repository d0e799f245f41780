package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** Reads a BMP's header and checks that its rows are all there. */
final class BmpHeader {
  private static final int INFO = 14;
  private static final int CORE_HEADER = 12;
  private static final int RGB = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BIT_FIELDS = 3;
  private static final int ALPHA_BIT_FIELDS = 6;

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
    checkSupported(bits, compression);
    checkComplete(width, height, bits, compression, pixels);
    boolean runs = compression == RLE8 || compression == RLE4;
    SampleLayout samples =
        runs || bits == 16 ? SampleLayout.COLOUR.withJavaReader() : SampleLayout.COLOUR;
    return new ImageHeader(
        ImageFormat.BMP, (int) width, (int) height, ExifOrientation.UPRIGHT, samples);
  }

  private static void checkSupported(int bits, long compression) throws ImageDecodeException {
    boolean known =
        switch ((int) compression) {
          case RGB -> bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case RLE8 -> bits == 8;
          case RLE4 -> bits == 4;
          case BIT_FIELDS, ALPHA_BIT_FIELDS -> bits == 16 || bits == 32;
          default -> false;
        };
    if (!known) {
      throw ImageHeaders.unsupported(
          "BMP has compression "
              + compression
              + " with "
              + bits
              + " bits a pixel, expected 0 (1 to 32 bits), 1 (8 bits), 2 (4 bits), 3 or 6");
    }
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
