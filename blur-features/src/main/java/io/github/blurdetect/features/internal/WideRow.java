package io.github.blurdetect.features.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Rows of pixels widened to 16 bits, and sums of squares of their differences. C2 of JDK 17
 * vectorises no loop that widens bytes, but Latin-1 is the first 256 characters of Unicode, and the
 * JDK decodes it with vector instructions; and C2 turns {@code v[2i] * v[2i] + v[2i+1] * v[2i+1]}
 * over shorts into one multiply-add instruction. For one thread.
 */
final class WideRow {
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final CharsetDecoder widener = StandardCharsets.ISO_8859_1.newDecoder();
  private ByteBuffer source = NONE;
  private final CharBuffer row;

  /** Makes room for so many pixels. */
  WideRow(int most) {
    row = CharBuffer.allocate(most);
  }

  /** Takes pixels from an index on. */
  void take(byte[] data, int from, int width) {
    if (source.array() != data) {
      source = ByteBuffer.wrap(data);
    }
    source.limit(source.capacity());
    widener.reset().decode(source.position(from).limit(from + width), row.clear(), true);
  }

  /** Returns the pixels, 0 to 255. */
  char[] pixels() {
    return row.array();
  }

  static void subtract(char[] a, char[] b, short[] out, int width) {
    for (int i = 0; i < width; i++) {
      out[i] = (short) (a[i] - b[i]);
    }
  }

  /** Adds the squares of each two neighbours to a sum. */
  static void addSquares(short[] v, int[] sums, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += v[2 * i] * v[2 * i] + v[2 * i + 1] * v[2 * i + 1];
    }
  }
}
