package io.github.blurdetect.features.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight pixels at once in a long: plain Java has no wider arithmetic on bytes, and C2 of JDK 17
 * does not vectorise loops that widen them.
 *
 * <p>Pixels at even places are spread over four lanes of 16 bits by {@link #even}, those at odd
 * places by {@link #odd}. Lanes are unsigned; callers keep every intermediate under 2^16, so that
 * none runs over into its neighbour.
 */
final class Lanes {
  /** Pixels in a long. */
  static final int PIXELS = Long.BYTES;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BYTES = 0x00FF00FF00FF00FFL;

  private Lanes() {}

  /** Returns the eight pixels from an index on, the first in the lowest byte. */
  static long load(byte[] data, int at) {
    return (long) LONG.get(data, at);
  }

  /** Writes eight pixels. */
  static void store(byte[] data, int at, long pixels) {
    LONG.set(data, at, pixels);
  }

  /** Returns pixels 0, 2, 4 and 6 in lanes. */
  static long even(long pixels) {
    return pixels & LOW_BYTES;
  }

  /** Returns pixels 1, 3, 5 and 7 in lanes. */
  static long odd(long pixels) {
    return pixels >>> 8 & LOW_BYTES;
  }

  /** Returns one value in all four lanes, 0 to 2^16 - 1. */
  static long all(int value) {
    return value * 0x0001000100010001L;
  }

  /** Divides lanes by a power of two, rounding down, where the quotients fit bytes. */
  static long shiftRight(long lanes, int bits) {
    return lanes >>> bits & LOW_BYTES;
  }

  /** Joins lanes of bytes to eight pixels again. */
  static long interleave(long even, long odd) {
    return even | odd << 8;
  }

  /** Returns how many of eight pixels are not zero. */
  static int countNonzero(long pixels) {
    long low = 0x7F7F7F7F7F7F7F7FL;
    return Long.bitCount(((pixels & low) + low | pixels) & ~low);
  }
}
