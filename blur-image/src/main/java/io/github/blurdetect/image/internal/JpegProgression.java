package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.JpegFrame.Component;
import org.jspecify.annotations.Nullable;

/**
 * Reads the blocks of one scan of a progressive JPEG (ITU-T T.81, G.1.2 and G.2): some of the
 * coefficients, all but their lowest bits or one bit more of them.
 */
final class JpegProgression {
  private final JpegBits bits;
  private final int start; // first coefficient
  private final int end; // last coefficient
  private final boolean refines;
  private final int low; // bits that will be missing still
  private int blocksToSkip; // EOBRUN
  private int brightness; // the last first coefficient of the component that is kept

  /**
   * Prepares.
   *
   * @param start first coefficient
   * @param end last coefficient
   * @param approximation bits missing before << 4 | bits missing afterwards
   */
  JpegProgression(JpegBits bits, int start, int end, int approximation) {
    this.bits = bits;
    this.start = start;
    this.end = end;
    refines = approximation >> 4 != 0;
    low = approximation & 15;
  }

  /** Begins anew behind a restart marker. */
  void restart() {
    blocksToSkip = 0;
    brightness = 0;
  }

  /**
   * Reads a block's part.
   *
   * @param table of the codes, null where bits come without
   * @param kept where values go, or null where they only have to be sound
   */
  void block(
      Component component, @Nullable JpegHuffman table, @Nullable JpegCoefficients kept, int block)
      throws ImageDecodeException {
    if (start == 0) {
      first(table, kept, block);
    } else if (refines) {
      refine(component.nonzero(), table, kept, block);
    } else {
      firstPass(component.nonzero(), table, kept, block);
    }
  }

  private void first(@Nullable JpegHuffman table, @Nullable JpegCoefficients kept, int block)
      throws ImageDecodeException {
    bits.fill();
    if (refines) {
      int bit = bits.take(1) << low;
      if (kept != null) {
        kept.refineFirst(block, bit);
      }
      return;
    }
    int found = found(table);
    int size = found & 0xFF;
    if (size > JpegHuffman.LARGEST_DIFFERENCE) {
      throw bits.damaged();
    }
    bits.skip(found >> 8);
    int difference = JpegHuffman.extend(bits.take(size), size);
    if (kept != null) {
      brightness += difference;
      kept.set(block, 0, brightness << low);
    }
  }

  private void firstPass(
      long[] nonzeros, @Nullable JpegHuffman table, @Nullable JpegCoefficients kept, int block)
      throws ImageDecodeException {
    if (blocksToSkip > 0) {
      blocksToSkip--;
      return;
    }
    long nonzero = 0;
    for (int k = start; k <= end; k++) {
      bits.fill();
      int found = found(table);
      int size = found & 15;
      int run = found >> 4 & 15;
      bits.skip(found >> 8);
      if (size == 0 && run < 15) {
        blocksToSkip = (1 << run) + bits.take(run) - 1;
        break;
      }
      int value = JpegHuffman.extend(bits.take(size), size);
      k += run;
      if (k > end) {
        throw bits.damaged();
      }
      if (size > 0) {
        nonzero |= 1L << k;
        if (kept != null) {
          kept.set(block, k, value << low);
        }
      }
    }
    nonzeros[block] |= nonzero;
  }

  private void refine(
      long[] nonzeros, @Nullable JpegHuffman table, @Nullable JpegCoefficients kept, int block)
      throws ImageDecodeException {
    long old = nonzeros[block];
    int k = start;
    while (blocksToSkip == 0 && k <= end) {
      bits.fill();
      int found = found(table);
      int size = found & 15;
      int run = found >> 4 & 15;
      bits.skip(found >> 8);
      if (size > 1) {
        throw bits.damaged();
      }
      if (size == 0 && run < 15) {
        blocksToSkip = (1 << run) + bits.take(run);
        break;
      }
      int sign = bits.take(size);
      int next = afterZeros(old, k, run);
      correct(old, k, next - 1, kept, block);
      k = next;
      if (k > end && size == 1) {
        throw bits.damaged();
      }
      if (size > 0) {
        nonzeros[block] |= 1L << k;
        if (kept != null) {
          kept.set(block, k, sign == 0 ? -1 << low : 1 << low);
        }
      }
      k++;
    }
    if (blocksToSkip > 0) {
      correct(old, k, end, kept, block);
      blocksToSkip--;
    }
  }

  /** Returns the place of the zero that comes after so many others, or what follows the last. */
  private int afterZeros(long nonzero, int from, int zeros) {
    long left = ~nonzero >>> from << from & -1L >>> 63 - end;
    for (int i = 0; i < zeros; i++) {
      left &= left - 1;
    }
    return left == 0 ? end + 1 : Long.numberOfTrailingZeros(left);
  }

  /** Takes a bit for each old coefficient of a range of places. */
  private void correct(long old, int from, int to, @Nullable JpegCoefficients kept, int block) {
    if (to < from) {
      return;
    }
    long places = old >>> from << from & -1L >>> 63 - to;
    if (kept == null) {
      bits.skipMany(Long.bitCount(places));
    } else {
      kept.refine(block, places, 1 << low, bits);
    }
  }

  private int found(@Nullable JpegHuffman table) throws ImageDecodeException {
    int found = table == null ? 0 : table.find(bits.peek16());
    if (found == 0) {
      throw bits.damaged();
    }
    return found;
  }
}
