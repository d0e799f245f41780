package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of a JPEG's entropy-coded data up to the next marker.
 *
 * <p>After the marker come zeros without end; {@link #overdrawn()} tells that some were taken.
 */
final class JpegBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Places that a block goes on by at most, beyond its end. */
  private static final int BEYOND = JpegHuffman.END + 64;

  private final JpegData data;
  private int at; // in the data's stretch: the next byte to look at
  private long bits; // The next bit is the highest; there may be more of them than counted.
  private int count;
  private int brightness; // the last coefficient 0 read, of the component that is kept

  /**
   * Begins at an offset.
   *
   * @param brief whether little will be read
   */
  JpegBits(byte[] array, int from, boolean brief) {
    data = new JpegData(array, from, brief);
  }

  /** Begins anew behind a restart marker. */
  void restart(int from) {
    resume(from, 0, 0);
  }

  /** Notes where this reader stands, before an MCU. */
  void mark(JpegMarks marks, int column, int row) {
    int taken = 8 * at - count;
    marks.set(column, row, data.offset(taken >>> 3), taken & 7, brightness);
  }

  /** Goes on where another reader stood: see {@link #mark}. */
  void resume(int offset, int taken, int lastBrightness) {
    data.moveTo(offset);
    at = 0;
    bits = 0;
    count = 0;
    brightness = lastBrightness;
    fill();
    skip(taken);
  }

  /** Makes sure that 56 bits, real or zeros, can be taken. */
  void fill() {
    goOnIfDue();
    bits |= (long) LONG.get(data.stretch(), at) >>> count; // Whole bytes of it are counted,
    at += 63 - count >>> 3;
    count |= 56; // the rest is read again later.
  }

  private void goOnIfDue() {
    if (at > data.lastSafe()) {
      at = data.goOn(at);
    }
  }

  /** Returns the next 16 bits without taking them. */
  int peek16() {
    return (int) (bits >>> 48);
  }

  /** Takes bits, at most 56 after a {@link #fill()}. */
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
   * Takes a sequential block, and keeps its coefficient 0 for the next block's.
   *
   * @return whether it was sound: all codes known, none beyond the block's end
   */
  boolean skipBlock(JpegHuffman first, JpegHuffman rest) {
    fill();
    int known = first.differences()[(int) (bits >>> 64 - JpegHuffman.PAIR)];
    if (known == 0) {
      known = first.difference((int) (bits >>> 32));
      if (known == 0) {
        return false;
      }
    }
    brightness += known >> 8;
    skip(known & 0xFF);
    return skipRest(rest, 1);
  }

  /**
   * Takes a sequential block of which nothing is wanted.
   *
   * @param starts of these two tables, see {@link JpegHuffman#starts}
   * @return as {@link #skipBlock(JpegHuffman, JpegHuffman)}
   */
  boolean skipBlock(JpegHuffman first, JpegHuffman rest, short[] starts) {
    fill();
    int several = starts[(int) (bits >>> 64 - JpegHuffman.WIDE)];
    int taken = several >> 8;
    if (several == 0) {
      taken = first.difference((int) (bits >>> 32)) & 0xFF;
      if (taken == 0) {
        return false;
      }
      several = 1;
    }
    skip(taken);
    int place = several & 0xFF;
    return place > JpegHuffman.END || skipRest(rest, place);
  }

  private boolean skipRest(JpegHuffman rest, int first) {
    short[] steps = rest.steps();
    byte[] bytes = data.stretch();
    int from = at;
    long held = bits;
    int left = count;
    int place = first;
    long before = held;
    int several = 0;
    while (true) {
      while (place < 64) {
        several = steps[(int) (held >>> 64 - JpegHuffman.WIDE)];
        held |= (long) LONG.get(bytes, from) >>> left;
        from += 63 - left >>> 3;
        left |= 56;
        if (several == 0) {
          break;
        }
        before = held;
        held <<= several >> 8;
        left -= several >> 8;
        place += several & 0xFF;
      }
      if (place == 64 || place > JpegHuffman.END && place < BEYOND) {
        break;
      }
      if (place > 64) { // What was taken last was not all of this block.
        held = before;
        left += several >> 8;
        place -= several & 0xFF;
      }
      int step = rest.step((int) (held >>> 48));
      if (step == 0) {
        return keep(from, held, left, false);
      }
      place += step & 0xFF;
      if (place > 64 && place <= JpegHuffman.END) {
        return keep(from, held, left, false);
      }
      held <<= step >> 8;
      left -= step >> 8;
    }
    return keep(from, held, left, true);
  }

  /**
   * Takes a sequential block, and keeps its coefficients.
   *
   * @param out 128 places in the zigzag order, by block; those from 64 on are overwritten
   * @return as {@link #skipBlock}
   */
  boolean readBlock(JpegHuffman first, JpegHuffman rest, int[][] out, int block) {
    goOnIfDue();
    byte[] bytes = data.stretch();
    int from = at;
    long held = bits | (long) LONG.get(bytes, from) >>> count;
    from += 63 - count >>> 3;
    int left = count | 56;
    int known = first.differences()[(int) (held >>> 64 - JpegHuffman.PAIR)];
    if (known == 0) {
      known = first.difference((int) (held >>> 32));
      if (known == 0) {
        return keep(from, held, left, false);
      }
    }
    held <<= known; // Its lowest bits: fewer than 64.
    left -= known & 0xFF;
    brightness += known >> 8;
    out[0][block] = brightness;
    long[] pairs = rest.pairs();
    int place = 1;
    long pair = 0;
    while (true) {
      while (place < 64) {
        // What was left suffices for a look-up, at least 25 bits: it need not wait for the rest.
        pair = pairs[(int) (held >>> 64 - JpegHuffman.PAIR)];
        held |= (long) LONG.get(bytes, from) >>> left;
        from += 63 - left >>> 3;
        left |= 56;
        if (pair == 0) {
          break;
        }
        // Masked, the places need no check that makes C2 keep all else at hand.
        out[place + ((int) pair >>> 16 & 0xFF) & out.length - 1][block] = (short) (pair >>> 32);
        // No shifts by other counts than two: there is one register for them.
        int ones = (int) (pair >>> 48);
        int value = (int) Long.rotateLeft(held, (int) pair) & ones;
        int positive = (ones >>> 1) - value >> 31; // By the highest bit (T.81, F.2.2.1).
        out[place + ((int) pair >>> 24) & out.length - 1][block] = value - (ones & ~positive);
        held <<= pair; // Its lowest bits: fewer than 64.
        left -= (int) pair & 0xFF;
        place += (int) pair >>> 8 & 0xFF;
      }
      if (place == 64 || place > JpegHuffman.END && place < BEYOND) {
        break;
      }
      if (place > 64) { // What was taken last was not all of this block.
        goBack(8 * from - left - ((int) pair & 0xFF));
        from = at;
        held = bits;
        left = count;
        place -= (int) pair >>> 8 & 0xFF;
      }
      int code = rest.find((int) (held >>> 48));
      int step = JpegHuffman.toStep(code);
      if (step == 0) {
        return keep(from, held, left, false);
      }
      int size = code & 15;
      place += step & 0xFF;
      if (place > 64 && place <= JpegHuffman.END) {
        return keep(from, held, left, false);
      }
      if (size > 0) {
        int magnitude = (int) (held << (code >> 8) >>> 64 - size);
        out[place - 1][block] = JpegHuffman.extend(magnitude, size);
      }
      held <<= step >> 8;
      left -= step >> 8;
    }
    return keep(from, held, left, true);
  }

  /** Returns the error for data that are no codes, or end too early. */
  ImageDecodeException damaged() {
    return overdrawn()
        ? ended()
        : ImageHeaders.corrupt("JPEG's image data are damaged near byte " + position());
  }

  /** Returns the error for data that end too early. */
  ImageDecodeException ended() {
    return ImageHeaders.truncated(
        "JPEG's image data end at byte " + position() + ", expected more");
  }

  /** Goes back to where so many bits of the stretch were taken. */
  private void goBack(int taken) {
    at = taken >>> 3;
    bits = (long) LONG.get(data.stretch(), at) << (taken & 7);
    at += Long.BYTES - 1;
    count = 56 - (taken & 7);
  }

  private boolean keep(int from, long held, int left, boolean sound) {
    at = from;
    bits = held;
    count = left;
    return sound;
  }

  /** Tells whether bits were taken that are not there. */
  boolean overdrawn() {
    return count < 8 * data.beyond(at);
  }

  /** Returns an offset from which to look for the marker: where the whole bytes not taken begin. */
  int position() {
    return data.offset(at - (count >>> 3));
  }
}
