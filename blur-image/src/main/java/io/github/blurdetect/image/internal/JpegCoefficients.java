package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.internal.JpegFrame.Component;
import java.util.Arrays;

/**
 * One component's coefficients as the scans of a progressive JPEG bring them, bit by bit. For one
 * thread.
 */
final class JpegCoefficients {
  private static final int PLACES = 64;
  private static final int NOTHING_YET = -1;

  private final Component component;
  private final short[] values; // by block of whole MCUs, then in zigzag order
  private final int[] missing = new int[PLACES]; // lowest bits of the values of a place
  private boolean odd;

  JpegCoefficients(Component component) {
    this.component = component;
    values = new short[Math.multiplyExact(PLACES, component.across() * component.down())];
    Arrays.fill(missing, NOTHING_YET);
  }

  /**
   * Begins a scan.
   *
   * @param start first place
   * @param end last place
   * @param approximation how many lowest bits were missing before, 0 if all << 4 | how many will be
   */
  void begin(int start, int end, int approximation) {
    int high = approximation >> 4;
    int low = approximation & 15;
    odd |= start == 0 && end > 0;
    for (int k = start; k <= end; k++) {
      odd |= missing[k] != (high == 0 ? NOTHING_YET : high) || high > 0 && low != high - 1;
      missing[k] = low;
    }
  }

  /** Tells whether all bits of all coefficients came, in order. */
  boolean complete() {
    return !odd && Arrays.stream(missing).allMatch(bits -> bits == 0);
  }

  /** Sets a coefficient of which nothing was known. */
  void set(int block, int place, int value) {
    values[PLACES * block + place] = (short) value;
  }

  /** Sets a lower bit of a first coefficient, in two's complement. */
  void refineFirst(int block, int bit) {
    values[PLACES * block] |= (short) bit;
  }

  /**
   * Takes the next bit of coefficients, which moves them away from 0.
   *
   * @param places that are taken, one bit each
   * @param bit its value
   */
  void refine(int block, long places, int bit, JpegBits bits) {
    long left = places;
    while (left != 0) {
      bits.fill();
      for (int most = 56; most > 0 && left != 0; most--) {
        int at = PLACES * block + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        int away = values[at] < 0 ? -bit : bit;
        values[at] += (short) (bits.take(1) * away);
      }
    }
  }

  /** Makes the plane, if it is of this component. */
  void draw(JpegPlane plane) {
    plane.begin(1, component.width());
    int[][] stretch = plane.stretch(0);
    for (int row = 0; row < component.height(); row++) {
      for (int column = 0; column < component.width(); column++) {
        int block = row * component.across() + column;
        int to = plane.next();
        for (long left = component.nonzero()[block] | 1; left != 0; left &= left - 1) {
          int place = Long.numberOfTrailingZeros(left);
          stretch[place][to] = values[PLACES * block + place];
        }
        plane.advance(1);
      }
      plane.endRow();
    }
    plane.end();
  }
}
