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
    resume(from, 0, 0, 0);
  }

  /** Notes where this reader stands, before an MCU. */
  void mark(JpegMarks marks, int column, int row) {
    int real = count - 8 * data.beyond(at);
    marks.set(column, row, data.offset(at), bits, real, brightness);
  }

  /** Goes on where another reader stood: see {@link #mark}. */
  void resume(int offset, long heldBits, int heldCount, int lastBrightness) {
    data.moveTo(offset);
    at = 0;
    bits = heldBits;
    count = heldCount;
    brightness = lastBrightness;
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
   * Takes a sequential block's coefficient 0, which brightness is kept of.
   *
   * @return whether it was sound
   */
  boolean passBrightness(JpegHuffman table) {
    fill();
    int found = table.find(peek16());
    int size = found & 0xFF;
    if (found == 0 || size > JpegHuffman.LARGEST_DIFFERENCE) {
      return false;
    }
    skip(found >> 8);
    brightness += JpegHuffman.extend(take(size), size);
    return true;
  }

  /**
   * Takes a sequential block.
   *
   * @return whether it was sound: all codes known, none beyond the block's end
   */
  boolean skipBlock(JpegHuffman first, JpegHuffman rest) {
    fill();
    int known = first.differences()[(int) (bits >>> 64 - JpegHuffman.PAIR)];
    if (known != 0) {
      skip(known & 0xFF);
    } else {
      int found = first.find(peek16());
      int size = found & 0xFF;
      if (found == 0 || size > JpegHuffman.LARGEST_DIFFERENCE) {
        return false;
      }
      skip((found >> 8) + size);
    }
    return skipRest(rest);
  }

  /** Takes the coefficients 1 to 63 of a sequential block. */
  boolean skipRest(JpegHuffman table) {
    goOnIfDue();
    short[] steps = table.steps();
    byte[] bytes = data.stretch();
    int from = at;
    long held = bits;
    int left = count;
    int place = 1;
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
      int step = table.step((int) (held >>> 48));
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
   * @param out by place in the zigzag order, then by block; places from 64 on are overwritten
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
    if (known != 0) {
      held <<= known;
      left -= known & 0xFF;
      brightness += known >> 8;
    } else {
      int found = first.find((int) (held >>> 48));
      int size = found & 0xFF;
      if (found == 0 || size > JpegHuffman.LARGEST_DIFFERENCE) {
        return keep(from, held, left, false);
      }
      held <<= found >> 8;
      brightness += JpegHuffman.extend((int) (held >>> 1 >>> 63 - size), size);
      held <<= size;
      left -= (found >> 8) + size;
    }
    out[0][block] = brightness;
    long[] pairs = rest.pairs();
    int place = 1;
    long before = held;
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
        before = held;
        out[place + ((int) pair >>> 16 & 0xFF)][block] = (int) (pair >> 48);
        // A value that begins with 0 is negative, and all its bits are turned.
        long second = held << (pair >>> 40);
        long sign = ~(second >> 63);
        long magnitude = (second ^ sign) >>> 1 >>> (pair >>> 32);
        out[place + ((int) pair >>> 24)][block] = (int) ((magnitude ^ sign) - sign);
        held <<= pair; // Its lowest bits: fewer than 64.
        left -= (int) pair & 0xFF;
        place += (int) pair >>> 8 & 0xFF;
      }
      if (place == 64 || place > JpegHuffman.END && place < BEYOND) {
        break;
      }
      if (place > 64) { // What was taken last was not all of this block.
        held = before;
        left += (int) pair & 0xFF;
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
