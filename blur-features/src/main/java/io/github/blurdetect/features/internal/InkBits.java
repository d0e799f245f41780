package io.github.blurdetect.features.internal;

/** Looks at stretches of ink eight pixels at a time. */
final class InkBits {
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  /** Moves the lowest bit of byte k to bit 56 + k. */
  private static final long GATHER = 0x0102040810204080L;

  private InkBits() {}

  /**
   * Tells which of up to 64 pixels are ink.
   *
   * @param ink 0 = paper
   * @param from the first pixel, its bit is the lowest
   * @param count of pixels, 1 to 64
   */
  static long of(byte[] ink, int from, int count) {
    long bits = 0;
    if (from <= ink.length - Long.SIZE) {
      for (int i = 0; i < Long.SIZE; i += Lanes.PIXELS) {
        bits |= eight(Lanes.load(ink, from + i)) << i;
      }
    } else {
      for (int i = 0; i < count; i += Lanes.PIXELS) {
        bits |= eight(load(ink, from + i)) << i;
      }
    }
    return bits & -1L >>> -count;
  }

  private static long eight(long pixels) {
    long marked = ((pixels & LOW_BITS) + LOW_BITS | pixels) & ~LOW_BITS;
    return (marked >>> Byte.SIZE - 1) * GATHER >>> Long.SIZE - Byte.SIZE;
  }

  /** Returns how many pixels are ink. */
  static int count(byte[] ink, int from, int count) {
    int marked = 0;
    int i = 0;
    for (; i <= count - Lanes.PIXELS; i += Lanes.PIXELS) {
      marked += Lanes.countNonzero(Lanes.load(ink, from + i));
    }
    return i == count ? marked : marked + Lanes.countNonzero(load(ink, from + i, count - i));
  }

  /** Returns the sum of pixels, 0 to 255 each. */
  static long sum(byte[] ink, int from, int count) {
    long sum = 0;
    int i = 0;
    for (; i <= count - Lanes.PIXELS; i += Lanes.PIXELS) {
      sum += sum(Lanes.load(ink, from + i));
    }
    return i == count ? sum : sum + sum(load(ink, from + i, count - i));
  }

  /** Loads fewer than eight pixels, the last to the highest byte, zeros before them. */
  private static long load(byte[] ink, int from, int count) {
    return load(ink, from) << Long.SIZE - count * Byte.SIZE;
  }

  private static long sum(long pixels) {
    return (Lanes.even(pixels) + Lanes.odd(pixels)) * Lanes.all(1) >>> Long.SIZE - Short.SIZE;
  }

  /** Loads eight pixels, zeros beyond the last. */
  private static long load(byte[] ink, int from) {
    if (from <= ink.length - Lanes.PIXELS) {
      return Lanes.load(ink, from);
    }
    long pixels = 0;
    for (int i = from; i < ink.length; i++) {
      pixels |= (ink[i] & 0xFFL) << (i - from) * Byte.SIZE;
    }
    return pixels;
  }
}
