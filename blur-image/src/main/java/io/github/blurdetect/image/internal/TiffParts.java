package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;

/** Checks that a TIFF's strips or tiles are all there: as many as the size needs, none cut off. */
final class TiffParts {
  private static final int STRIP_OFFSETS = 273;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTES = 279;
  private static final int PLANAR = 284;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int Y_CB_CR = 6;
  private static final int SEPARATE = 2;

  private final Bytes bytes;
  private final TiffDirectory tags;

  TiffParts(Bytes bytes, TiffDirectory tags) {
    this.bytes = bytes;
    this.tags = tags;
  }

  /** Refuses the image if a strip or tile is missing or reaches beyond the file's end. */
  void check() throws ImageDecodeException {
    boolean tiled = tags.has(TILE_OFFSETS);
    int offsets = tiled ? TILE_OFFSETS : STRIP_OFFSETS;
    int lengths = tiled ? TILE_BYTES : STRIP_BYTES;
    long parts = tags.count(offsets);
    long expected = tiled ? tiles() : strips();
    if (parts < expected) {
      throw ImageHeaders.corrupt(
          "TIFF has " + parts + (tiled ? " tiles" : " strips") + ", expected " + expected);
    }
    long stored = 0;
    for (long i = 0; i < expected; i++) {
      long length = tags.number(lengths, i, 1);
      bytes.need(tags.number(offsets, i, 0), length);
      stored += length;
    }
    if (tags.has(lengths) && tags.number(TiffHeader.COMPRESSION, 1) == 1 && !tiled) {
      checkUncompressed(stored);
    }
  }

  private long strips() throws ImageDecodeException {
    long height = tags.number(TiffHeader.HEIGHT, 0);
    long rows = Math.min(height, tags.number(ROWS_PER_STRIP, height));
    return planes() * parts(height, rows);
  }

  private long tiles() throws ImageDecodeException {
    long across = parts(tags.number(TiffHeader.WIDTH, 0), tags.number(TILE_WIDTH, 0));
    return planes()
        * across
        * parts(tags.number(TiffHeader.HEIGHT, 0), tags.number(TILE_HEIGHT, 0));
  }

  private static long parts(long whole, long part) throws ImageDecodeException {
    if (part < 1) {
      throw ImageHeaders.corrupt("TIFF has strips or tiles of " + part + " pixels, expected 1");
    }
    return (whole + part - 1) / part;
  }

  private long planes() throws ImageDecodeException {
    return tags.number(PLANAR, 1) == SEPARATE ? Math.max(1, tags.number(TiffHeader.SAMPLES, 1)) : 1;
  }

  private void checkUncompressed(long stored) throws ImageDecodeException {
    long samples = tags.number(TiffHeader.SAMPLES, 1);
    boolean subsampled = tags.number(TiffHeader.PHOTOMETRIC, 0) == Y_CB_CR;
    long rowBits =
        tags.number(TiffHeader.WIDTH, 0)
            * tags.number(TiffHeader.BITS, 1)
            * (subsampled ? 1 : samples);
    long expected = (rowBits + 7) / 8 * tags.number(TiffHeader.HEIGHT, 0);
    if (stored < expected) {
      throw ImageHeaders.truncated("TIFF's strips have " + stored + " bytes, expected " + expected);
    }
  }
}
