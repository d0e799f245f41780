package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** Reads a TIFF's first directory and checks that its strips or tiles are all there. */
final class TiffHeader {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES = 277;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int FLOAT = 3;

  private final Bytes bytes;
  private final DecodeOptions limits;

  TiffHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    TiffDirectory tags = new TiffDirectory(bytes);
    long width = tags.number(WIDTH, 0);
    long height = tags.number(HEIGHT, 0);
    ImageHeaders.checkSize(limits, width, height);
    boolean tiled = tags.has(TILE_OFFSETS);
    checkComplete(tags, tiled ? TILE_OFFSETS : STRIP_OFFSETS, tiled ? TILE_BYTES : STRIP_BYTES);
    long bits = tags.number(BITS, 1);
    long photometric = tags.number(PHOTOMETRIC, RGB);
    long samples = tags.number(SAMPLES, 1);
    if (bits > 16 || tags.number(SAMPLE_FORMAT, 1) == FLOAT) {
      throw ImageHeaders.unsupported(
          "TIFF has samples of " + bits + " bits or floating point, expected integers of 1 to 16");
    }
    boolean grey = photometric <= BLACK_IS_ZERO;
    boolean alpha = photometric == RGB && samples == 4;
    int orientation =
        ExifOrientation.valid((int) tags.number(ExifOrientation.TAG, ExifOrientation.UPRIGHT));
    return new ImageHeader(
        ImageFormat.TIFF, (int) width, (int) height, orientation, grey, alpha, bits == 16, -1);
  }

  private void checkComplete(TiffDirectory tags, int offsets, int lengths)
      throws ImageDecodeException {
    long parts = tags.count(offsets);
    if (parts == 0) {
      throw ImageHeaders.corrupt("TIFF has no strips and no tiles");
    }
    for (long i = 0; i < parts; i++) {
      bytes.need(tags.number(offsets, i, 0), tags.number(lengths, i, 1));
    }
  }
}
