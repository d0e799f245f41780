package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.SampleLayout.Alpha;

/** Walks a WebP's chunks to the end that its RIFF header states (RFC 9649). */
final class WebpHeader {
  private static final int FIRST = 12;
  private static final int ANIMATION = 0x02;

  private final Bytes bytes;
  private final DecodeOptions limits;
  private int width;
  private int height;
  private boolean alpha;
  private int orientation = ExifOrientation.UPRIGHT;

  WebpHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    long end = 8 + bytes.u32(4, false);
    long at = FIRST;
    // The first chunk states the size, which is checked before completeness is.
    if (bytes.length() < end) {
      chunk(at, bytes.length());
      throw ImageHeaders.truncated(
          "WebP ends at byte " + bytes.length() + ", expected " + end + " bytes (RIFF header)");
    }
    while (at + 8 <= end) {
      at = chunk(at, end);
    }
    if (width == 0) {
      throw ImageHeaders.corrupt("WebP has no image chunk, expected VP8 or VP8L");
    }
    SampleLayout samples = SampleLayout.COLOUR.withAlpha(alpha ? Alpha.STRAIGHT : Alpha.NONE);
    return new ImageHeader(ImageFormat.WEBP, width, height, orientation, samples);
  }

  private long chunk(long at, long end) throws ImageDecodeException {
    long length = bytes.u32(at + 4, false);
    long data = at + 8;
    if (bytes.has(at, "VP8X")) {
      extended(data);
    } else if (bytes.has(at, "VP8 ")) {
      lossy(data);
    } else if (bytes.has(at, "VP8L")) {
      lossless(data);
    } else if (bytes.has(at, "ALPH")) {
      alpha = true;
    } else if (bytes.has(at, "EXIF")) {
      int skip = bytes.has(data, "Exif\0\0") ? 6 : 0;
      orientation = ExifOrientation.read(bytes, data + skip, length - skip);
    }
    long next = data + length + (length & 1);
    if (data + length > end) {
      throw ImageHeaders.truncated(
          "WebP ends at byte " + end + ", expected " + length + " bytes at " + data);
    }
    return next;
  }

  private void extended(long at) throws ImageDecodeException {
    bytes.need(at, 10);
    long columns = 1 + (bytes.u32(at + 4, false) & 0xFFFFFF);
    long rows = 1 + (bytes.u32(at + 6, false) >> 8);
    ImageHeaders.checkSize(limits, columns, rows);
    if ((bytes.u8(at) & ANIMATION) != 0) {
      throw ImageHeaders.unsupported("WebP is animated, expected a still image");
    }
  }

  private void lossy(long at) throws ImageDecodeException {
    bytes.need(at, 10);
    if (!bytes.has(at + 3, "\u009d\u0001\u002a")) {
      throw ImageHeaders.corrupt("WebP has no VP8 key frame at byte " + at);
    }
    size(bytes.u16(at + 6, false) & 0x3FFF, bytes.u16(at + 8, false) & 0x3FFF);
  }

  private void lossless(long at) throws ImageDecodeException {
    bytes.need(at, 5);
    if (bytes.u8(at) != 0x2F) {
      throw ImageHeaders.corrupt("WebP has no VP8L signature at byte " + at);
    }
    long packed = bytes.u32(at + 1, false);
    size(1 + (int) (packed & 0x3FFF), 1 + (int) (packed >> 14 & 0x3FFF));
    alpha |= (packed >> 28 & 1) == 1;
  }

  private void size(int columns, int rows) throws ImageDecodeException {
    ImageHeaders.checkSize(limits, columns, rows);
    if (width == 0) {
      width = columns;
      height = rows;
    }
  }
}
