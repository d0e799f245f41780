package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import java.util.HashMap;
import java.util.Map;

/** The first directory of a TIFF or BigTIFF file: numbers by tag (TIFF 6.0, section 2). */
final class TiffDirectory {
  private record Entry(int type, long count, long at) {}

  // A directory holds some twenty tags; a hostile one could hold 2^64.
  private static final int MOST_ENTRIES = 4096;

  private final Bytes bytes;
  private final boolean big;
  private final boolean wide;
  private final Map<Integer, Entry> entries = new HashMap<>();

  TiffDirectory(Bytes bytes) throws ImageDecodeException {
    this.bytes = bytes;
    this.big = bytes.has(0, "MM");
    this.wide = bytes.u16(2, big) == 43;
    long at = wide ? bytes.u64(8, big) : bytes.u32(4, big);
    long count = wide ? bytes.u64(at, big) : bytes.u16(at, big);
    if (count < 1 || count > MOST_ENTRIES) {
      throw ImageHeaders.corrupt(
          "TIFF directory at byte " + at + " has " + count + " entries, expected 1 to 4096");
    }
    int size = wide ? 20 : 12;
    // The next directory's offset follows, and has to be there for OpenCV, too.
    bytes.need(at, (wide ? 16 : 6) + count * size);
    for (long i = 0; i < count; i++) {
      read(at + (wide ? 8 : 2) + i * size);
    }
  }

  private void read(long at) throws ImageDecodeException {
    int tag = bytes.u16(at, big);
    int type = bytes.u16(at + 2, big);
    long count = wide ? bytes.u64(at + 4, big) : bytes.u32(at + 4, big);
    long value = at + (wide ? 12 : 8);
    int room = wide ? 8 : 4;
    if (size(type) == 0 || count < 1) {
      return; // Not a number, or a type of a later day.
    }
    boolean inside = count <= room / size(type);
    long values = inside ? value : wide ? bytes.u64(value, big) : bytes.u32(value, big);
    bytes.need(values, Math.min(count, bytes.length() + 1L) * size(type));
    entries.putIfAbsent(tag, new Entry(type, count, values));
  }

  private static int size(int type) {
    return switch (type) {
      case 1 -> 1; // BYTE
      case 3 -> 2; // SHORT
      case 4 -> 4; // LONG
      case 16 -> 8; // LONG8
      default -> 0;
    };
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** Returns how many numbers a tag has; 0 if it is absent. */
  long count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count();
  }

  /** Returns a tag's first number, or another if the tag is absent. */
  long number(int tag, long otherwise) throws ImageDecodeException {
    return has(tag) ? number(tag, 0, otherwise) : otherwise;
  }

  /** Returns one of a tag's numbers, or another if there is no such. */
  long number(int tag, long index, long otherwise) throws ImageDecodeException {
    Entry entry = entries.get(tag);
    if (entry == null || index >= entry.count()) {
      return otherwise;
    }
    long at = entry.at() + index * size(entry.type());
    return switch (entry.type()) {
      case 1 -> bytes.u8(at);
      case 3 -> bytes.u16(at, big);
      case 4 -> bytes.u32(at, big);
      default -> bytes.u64(at, big);
    };
  }

  /** Returns where the lowest byte of a tag's first number stands, or -1 if the tag is absent. */
  int lowByte(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return -1;
    }
    return (int) (big ? entry.at() + size(entry.type()) - 1 : entry.at());
  }
}
