package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.SampleLayout.Alpha;

/** Walks a GIF's blocks to its trailer; the size is the first frame's. */
final class GifHeader {
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2C;
  private static final int TRAILER = 0x3B;

  private final Bytes bytes;
  private final DecodeOptions limits;
  private int width;
  private int height;

  GifHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    ImageHeaders.checkSize(limits, bytes.u16(6, false), bytes.u16(8, false));
    long at = 13 + colourTable(bytes.u8(10));
    // Files without the trailer exist; after a whole block and a frame nothing is missing.
    while (at != bytes.length() || width == 0) {
      int block = bytes.u8(at);
      if (block == TRAILER) {
        break;
      }
      if (block == FRAME) {
        at = frame(at + 1);
      } else if (block == EXTENSION) {
        at = subBlocks(at + 2);
      } else {
        throw ImageHeaders.corrupt(
            String.format(
                "GIF block at byte %d begins with %02x, expected 21, 2c or 3b", at, block));
      }
    }
    if (width == 0) {
      throw ImageHeaders.corrupt("GIF ends at byte " + at + " without a frame");
    }
    SampleLayout samples = SampleLayout.COLOUR.withAlpha(Alpha.STRAIGHT).withJavaReader();
    return new ImageHeader(ImageFormat.GIF, width, height, ExifOrientation.UPRIGHT, samples);
  }

  private long frame(long at) throws ImageDecodeException {
    bytes.need(at, 10);
    if (width == 0) {
      int columns = bytes.u16(at + 4, false);
      int rows = bytes.u16(at + 6, false);
      ImageHeaders.checkSize(limits, columns, rows);
      width = columns;
      height = rows;
    }
    return subBlocks(at + 10 + colourTable(bytes.u8(at + 8)));
  }

  private static long colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private long subBlocks(long from) throws ImageDecodeException {
    long at = from;
    for (int length = bytes.u8(at); length != 0; length = bytes.u8(at)) {
      at += 1 + length;
    }
    return at + 1;
  }
}
