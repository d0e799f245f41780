package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.SampleLayout.Alpha;
import java.util.zip.CRC32;

/** Walks a PNG's chunks from IHDR to IEND, check sums included (ISO/IEC 15948). */
final class PngHeader {
  private static final int FIRST = 8;
  private static final int GREY = 0;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private final Bytes bytes;
  private final DecodeOptions limits;
  private int width;
  private int height;
  private int bits;
  private int colour;
  private boolean data;
  private boolean keyed;
  private int transparentGrey = -1;
  private int orientation = ExifOrientation.UPRIGHT;

  PngHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    if (bytes.has(FIRST + 4, "CgBI")) {
      throw ImageHeaders.unsupported("PNG is Apple's CgBI variant, expected a standard PNG");
    }
    bytes.need(FIRST, 25);
    if (!bytes.has(FIRST, "\0\0\0\rIHDR")) {
      throw ImageHeaders.corrupt("PNG's first chunk is " + name(FIRST) + ", expected IHDR of 13");
    }
    long at = FIRST;
    while (!bytes.has(at + 4, "IEND")) {
      at = chunk(at);
    }
    chunk(at);
    if (!data) {
      throw ImageHeaders.corrupt("PNG ends at byte " + at + " without image data (IDAT)");
    }
    return new ImageHeader(ImageFormat.PNG, width, height, orientation, samples());
  }

  private SampleLayout samples() {
    SampleLayout samples =
        SampleLayout.of(colour == GREY || colour == GREY_ALPHA)
            .withBits(Math.max(8, bits))
            .withAlpha(colour >= GREY_ALPHA || keyed ? Alpha.STRAIGHT : Alpha.NONE);
    // Samples of fewer bits are scaled to 8, and the transparent one with them.
    int scale = bits < 8 ? 255 / ((1 << bits) - 1) : 1;
    return transparentGrey < 0 ? samples : samples.withTransparentGrey(transparentGrey * scale);
  }

  private long chunk(long at) throws ImageDecodeException {
    long length = bytes.u32(at, true);
    bytes.need(at + 4, length + 8);
    if (at == FIRST) {
      frame(at + 8);
    }
    checkSum(at + 4, (int) length + 4);
    if (bytes.has(at + 4, "IDAT")) {
      data = true;
    } else if (bytes.has(at + 4, "eXIf")) {
      orientation = ExifOrientation.read(bytes, at + 8, length);
    } else if (bytes.has(at + 4, "tRNS") && length > 0) {
      keyed = colour != GREY;
      transparentGrey = keyed ? -1 : bytes.u16(at + 8, true) & (1 << bits) - 1;
    }
    return at + length + 12;
  }

  private void frame(long at) throws ImageDecodeException {
    long columns = bytes.u32(at, true);
    long rows = bytes.u32(at + 4, true);
    ImageHeaders.checkSize(limits, columns, rows);
    width = (int) columns;
    height = (int) rows;
    bits = bytes.u8(at + 8);
    colour = bytes.u8(at + 9);
    if (colour > RGB_ALPHA || colour == 1 || colour == 5) {
      throw ImageHeaders.corrupt("PNG has colour type " + colour + ", expected 0, 2, 3, 4 or 6");
    }
    if (bits < 1 || bits > 16 || Integer.bitCount(bits) != 1) {
      throw ImageHeaders.corrupt("PNG has bit depth " + bits + ", expected 1, 2, 4, 8 or 16");
    }
  }

  private void checkSum(long at, int length) throws ImageDecodeException {
    CRC32 sum = new CRC32();
    sum.update(bytes.array(), (int) at, length);
    long stored = bytes.u32(at + length, true);
    if (stored != sum.getValue()) {
      throw ImageHeaders.corrupt(
          String.format(
              "PNG chunk %s at byte %d has check sum %08x, expected %08x",
              name(at - 4), at - 4, sum.getValue(), stored));
    }
  }

  private String name(long at) throws ImageDecodeException {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int letter = bytes.u8(at + 4 + i);
      name.append(letter > ' ' && letter < 127 ? (char) letter : '?');
    }
    return name.toString();
  }
}
