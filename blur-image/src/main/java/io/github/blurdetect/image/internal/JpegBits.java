package io.github.blurdetect.image.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of a JPEG's entropy-coded data, stuffed zeros taken out, up to the next marker.
 *
 * <p>After the marker come zeros without end; {@link #overdrawn()} tells that some were taken.
 */
final class JpegBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private final byte[] array;
  private int at;
  private long bits; // The next bit is the highest.
  private int count; // Below 0 once bits were taken that are not there.
  private boolean ended;

  JpegBits(byte[] array, int from) {
    this.array = array;
    this.at = from;
  }

  /** Goes on where another reader stood: see {@link #mark}. */
  JpegBits(byte[] array, int at, long bits, int count) {
    this.array = array;
    this.at = at;
    this.bits = bits;
    this.count = count;
  }

  /** Notes where this reader stands, before an MCU. */
  void mark(JpegMarks marks, int column, int row, int brightness) {
    marks.set(column, row, at, bits, count, brightness);
  }

  /** Makes sure that 32 bits, real or zeros, can be taken. */
  void fill() {
    if (count >= 32 || ended) {
      return;
    }
    if (at + Long.BYTES <= array.length) {
      long next = (long) LONG.get(array, at);
      if (lacksFf(next)) {
        int taken = 64 - count >>> 3;
        bits |= next >>> count;
        at += taken;
        count += taken << 3;
        bits &= -1L << 64 - count; // exact for count 64, too: a shift of 0
        return;
      }
    }
    fillSlowly();
  }

  /** Makes sure that 56 bits, real or zeros, can be taken, after at least one was. */
  private void fillUp() {
    long following = at <= array.length - Long.BYTES ? (long) LONG.get(array, at) : -1;
    if (lacksFf(following)) {
      bits |= following >>> count; // Bits beyond the whole bytes taken are read again later.
      at += 63 - count >>> 3;
      count |= 56;
    } else if (!ended) {
      fillSlowly();
    }
  }

  private static boolean lacksFf(long bytes) {
    return ((~bytes - ONES) & bytes & HIGHS) == 0;
  }

  private void fillSlowly() {
    while (count < 56) { // Never to 64: a shift by so many is one by none.
      int next = at < array.length ? array[at] & 0xFF : 0xFF;
      if (next == 0xFF) {
        if (at + 1 >= array.length || array[at + 1] != 0) {
          ended = true;
          return;
        }
        at++;
      }
      at++;
      bits |= (long) next << 56 - count;
      count += 8;
    }
  }

  /** Returns the next 16 bits without taking them. */
  int peek16() {
    return (int) (bits >>> 48);
  }

  /** Takes bits, at most 32 after a {@link #fill()}. */
  void skip(int taken) {
    bits <<= taken;
    count -= taken;
  }

  /** Takes and returns 0 to 16 bits after a {@link #fill()}. */
  int take(int taken) {
    int value = (int) (bits >>> 1 >>> 63 - taken);
    skip(taken);
    return value;
  }

  /** Takes any number of bits. */
  void skipMany(int taken) {
    for (int left = taken; left > 0; left -= 32) {
      fill();
      skip(Math.min(left, 32));
    }
  }

  /**
   * Takes the coefficients 1 to 63 of a sequential block.
   *
   * @return whether they were sound: all codes known, none beyond the block's end
   */
  boolean skipBlock(JpegHuffman table) {
    short[] steps = table.steps();
    long held = bits;
    int left = count;
    int place = 1;
    while (place < 64) {
      if (left < 32 && !ended) {
        bits = held;
        count = left;
        fill();
        held = bits;
        left = count;
      }
      int several = steps[(int) (held >>> 64 - JpegHuffman.WIDE)];
      int next = place + (several & JpegHuffman.ENDS - 1);
      boolean ends = (several & JpegHuffman.ENDS) != 0;
      if (several != 0 && next < (ends ? 64 : 65)) {
        held <<= several >> 8;
        left -= several >> 8;
        place = ends ? next + JpegHuffman.END : next;
        continue;
      }
      int step = table.step((int) (held >>> 48));
      if (step == 0) {
        break;
      }
      held <<= step >> 8;
      left -= step >> 8;
      place += step & 0xFF;
    }
    bits = held;
    count = left;
    return place == 64 || place > JpegHuffman.END;
  }

  /**
   * Takes the coefficients 1 to 63 of a sequential block, and keeps them.
   *
   * @param out by place in the zigzag order, then by block; place 64 is overwritten
   * @param factors to multiply the coefficients by, that of place 64 being 0
   * @return as {@link #skipBlock}
   */
  boolean readBlock(JpegHuffman table, int[][] out, int[] factors, int block) {
    fillUp();
    long[] pairs = table.pairs();
    byte[] data = array;
    int lastWhole = data.length - Long.BYTES;
    int from = at;
    long held = bits;
    int left = count;
    int place = 1;
    while (place < 64) {
      // What was left suffices, at least 29 bits: so looking up need not wait for filling up.
      long pair = pairs[(int) (held >>> 64 - JpegHuffman.PAIR)];
      long following = from <= lastWhole ? (long) LONG.get(data, from) : -1;
      if (lacksFf(following)) {
        held |= following >>> left;
        from += 63 - left >>> 3;
        left |= 56;
      } else if (left < 56 && !ended) {
        bits = held;
        count = left;
        at = from;
        fillSlowly();
        held = bits;
        left = count;
        from = at;
      }
      int several = (int) pair >>> 8;
      int next = place + (several & JpegHuffman.ENDS - 1);
      boolean ends = (several & JpegHuffman.ENDS) != 0;
      if (pair != 0 && next < (ends ? 64 : 65)) {
        int first = place + (several >> 8 & 0xFF);
        out[first][block] = (int) (pair >> 48) * factors[first];
        int second = place + (several >>> 16);
        int size = (int) (pair >>> 32) & 15;
        int magnitude = (int) (held << (pair >>> 40) >>> 1 >>> 63 - size);
        out[second][block] = JpegHuffman.extend(magnitude, size) * factors[second];
        held <<= pair; // Its lowest bits: fewer than 64.
        left -= (int) pair & 0xFF;
        place = ends ? next + JpegHuffman.END : next;
        continue;
      }
      int code = table.find((int) (held >>> 48));
      int step = JpegHuffman.toStep(code);
      if (step == 0) {
        break;
      }
      int size = code & 15;
      place += step & 0xFF;
      if (size > 0 && place <= 64) {
        int magnitude = (int) (held << (code >> 8) >>> 64 - size);
        out[place - 1][block] = JpegHuffman.extend(magnitude, size) * factors[place - 1];
      }
      held <<= step >> 8;
      left -= step >> 8;
    }
    at = from;
    bits = held;
    count = left;
    return place == 64 || place > JpegHuffman.END;
  }

  /** Tells whether bits were taken that are not there. */
  boolean overdrawn() {
    return count < 0;
  }

  /** Returns an offset from which to look for the marker: where the whole bytes not taken begin. */
  int position() {
    int from = at;
    for (int whole = Math.max(0, count) >>> 3; whole > 0; whole--) {
      from--;
      if (array[from] == 0 && from > 0 && array[from - 1] == (byte) 0xFF) {
        from--; // a stuffed zero
      }
    }
    return from;
  }
}
