package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import java.nio.charset.StandardCharsets;

/** Bounds-checked reading of integers at offsets of a byte array. Offsets are zero-based. */
@SuppressWarnings("ArrayRecordComponent") // A view: copying the file is what this avoids.
record Bytes(byte[] array) {

  /** Returns the number of bytes. */
  public int length() {
    return array.length;
  }

  /** Returns an unsigned byte. */
  public int u8(long at) throws ImageDecodeException {
    need(at, 1);
    return array[(int) at] & 0xFF;
  }

  /** Returns an unsigned 16-bit number, high byte first if {@code big}. */
  public int u16(long at, boolean big) throws ImageDecodeException {
    need(at, 2);
    int first = array[(int) at] & 0xFF;
    int second = array[(int) at + 1] & 0xFF;
    return big ? first << 8 | second : second << 8 | first;
  }

  /** Returns an unsigned 32-bit number, high byte first if {@code big}. */
  public long u32(long at, boolean big) throws ImageDecodeException {
    long first = u16(at, big);
    long second = u16(at + 2, big);
    return big ? first << 16 | second : second << 16 | first;
  }

  /** Returns a 64-bit number, high byte first if {@code big}. */
  public long u64(long at, boolean big) throws ImageDecodeException {
    long first = u32(at, big);
    long second = u32(at + 4, big);
    return big ? first << 32 | second : second << 32 | first;
  }

  /** Tells whether the ASCII text stands at an offset. */
  public boolean has(long at, String ascii) {
    byte[] text = ascii.getBytes(StandardCharsets.ISO_8859_1);
    if (at < 0 || at > length() - text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (array[(int) at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** Refuses the image as truncated unless {@code count} bytes stand at an offset. */
  public void need(long at, long count) throws ImageDecodeException {
    if (at < 0 || count < 0 || at > length() - count) {
      throw new ImageDecodeException(
          Problem.TRUNCATED,
          "image ends at byte "
              + length()
              + ", expected "
              + Long.toUnsignedString(count)
              + " bytes at offset "
              + Long.toUnsignedString(at));
    }
  }
}
