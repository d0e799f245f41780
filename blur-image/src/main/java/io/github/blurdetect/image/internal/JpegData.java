package io.github.blurdetect.image.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A JPEG's entropy-coded bytes without the zeros stuffed behind FF, a stretch at a time, up to the
 * next marker; behind that, zeros. For one thread.
 *
 * <p>Whoever takes bits from it needs not look for FF at each turn, and a stretch stays in the L1
 * cache.
 */
final class JpegData {
  /** Bytes that can be read from an index up to {@link #lastSafe} on: a block and a long. */
  private static final int AHEAD = 256 + Long.BYTES;

  /** Bytes that stay before an index, for {@link #offset}. */
  private static final int BEFORE = Long.BYTES;

  private static final int STRETCH = 1 << 13;
  private static final int SHORT_STRETCH = 1 << 10;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private final byte[] array;
  private final byte[] stretch;
  private final int most; // bytes of a stretch
  private int next; // in the array, not taken yet
  private int origin; // in the array, of the stretch's first byte
  private int end; // of the stretch
  private boolean ended; // at a marker or the array's end
  private int lastSafe;
  private int[] stuffed = new int[64]; // indices in the stretch that a zero was left out before
  private int zeros; // left out

  /**
   * Begins at an offset of an array.
   *
   * @param brief whether little will be read
   */
  JpegData(byte[] array, int from, boolean brief) {
    this.array = array;
    most = brief ? SHORT_STRETCH : STRETCH;
    stretch = new byte[most + 2 * Long.BYTES + 2 * AHEAD];
    moveTo(from);
  }

  /** Begins anew at an offset of the array, with index 0. */
  void moveTo(int from) {
    next = from;
    origin = from;
    end = 0;
    zeros = 0;
    ended = false;
    take();
  }

  /** Returns the stretch: bytes are read from it, by an index that is 0 at first. */
  byte[] stretch() {
    return stretch;
  }

  /** Returns the last index from which on a block can be read without {@link #goOn}. */
  int lastSafe() {
    return lastSafe;
  }

  /** Takes the next stretch, which begins with the end of this one; returns the index in it. */
  int goOn(int index) {
    if (ended) {
      return Math.min(index, end + Long.BYTES); // Nothing but zeros follows.
    }
    int from = index - Math.min(index, BEFORE);
    origin = offset(from);
    int first = zerosUpTo(from);
    for (int i = first; i < zeros; i++) {
      stuffed[i - first] = stuffed[i] - from;
    }
    zeros -= first;
    end -= from;
    System.arraycopy(stretch, from, stretch, 0, end);
    take();
    return index - from;
  }

  /** Returns how many of the zeros behind the data lie before an index. */
  int beyond(int index) {
    return Math.max(0, index - end);
  }

  /** Returns the offset in the array of a byte of the stretch. */
  int offset(int index) {
    int inside = Math.min(index, end);
    return origin + inside + zerosUpTo(inside);
  }

  private int zerosUpTo(int index) {
    int found = Arrays.binarySearch(stuffed, 0, zeros, index);
    return found < 0 ? -1 - found : found + 1;
  }

  private void take() {
    while (end < most && !ended) {
      int plain = copyPlain(array, next, stretch, end, most);
      next += plain;
      end += plain;
      if (end < most) {
        takeOne(); // FF, or one of the last few bytes
      }
    }
    if (ended) {
      Arrays.fill(stretch, end, end + 2 * AHEAD, (byte) 0);
    }
    lastSafe = ended ? end + Long.BYTES : end - AHEAD;
  }

  /** Copies bytes up to the next FF, and returns how many; writes up to 15 more than it should. */
  private static int copyPlain(byte[] from, int at, byte[] to, int start, int most) {
    int shift = at - start;
    int i = start;
    int last = Math.min(most, from.length - 2 * Long.BYTES - shift);
    while (i < last) {
      long bytes = (long) LONG.get(from, i + shift);
      long more = (long) LONG.get(from, i + shift + Long.BYTES);
      LONG.set(to, i, bytes);
      LONG.set(to, i + Long.BYTES, more);
      long ff = ff(bytes);
      if ((ff | ff(more)) != 0) {
        int rest = ff == 0 ? Long.BYTES + place(ff(more)) : place(ff);
        return i + rest - start;
      }
      i += 2 * Long.BYTES;
    }
    return i - start;
  }

  /** Marks bytes that are FF by their highest bits, exact up to the first. */
  private static long ff(long bytes) {
    return (~bytes - ONES) & bytes & HIGHS;
  }

  private static int place(long ff) {
    return Long.numberOfTrailingZeros(ff) >>> 3;
  }

  private void takeOne() {
    if (next >= array.length) {
      ended = true;
      return;
    }
    boolean stuffing = array[next] == (byte) 0xFF;
    if (stuffing && (next + 1 >= array.length || array[next + 1] != 0)) {
      ended = true;
      return;
    }
    stretch[end++] = array[next++];
    if (stuffing) {
      next++;
      stuffed = zeros < stuffed.length ? stuffed : Arrays.copyOf(stuffed, 2 * zeros);
      stuffed[zeros++] = end;
    }
  }
}
