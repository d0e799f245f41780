package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One Huffman table of a JPEG (ITU-T T.81, annex C), for finding where codes end.
 *
 * <p>A code is looked up by the next 16 bits. What is found is the symbol and the code's length, or
 * 0 for bits that begin no code.
 */
final class JpegHuffman {
  private static final int LONGEST = 16;
  private static final int FAST = 10;
  static final int WIDE = 13;
  static final int END = 128;
  static final int ENDS = 1 << 7;
  static final int PAIR = 12;

  /** Bits of the largest difference between neighbours' coefficients 0 (T.81, F.1.2.1). */
  static final int LARGEST_DIFFERENCE = 11;

  // By the next FAST bits: length << 8 | symbol, or 0 where the code is longer.
  private final short[] fast = new short[1 << FAST];
  // The same for coefficients: see step().
  private final short[] fastSteps = new short[1 << FAST];
  // By the next WIDE bits: see steps(); by the next PAIR bits: see pairs() and differences(). Made
  // apart from reading, for C2 would compile that into the loop that looks them up.
  private short[] wide = {};
  private long[] pairs = {};
  private int[] differences = {};
  private short[] starts = {}; // by the next WIDE bits, with the table startsWith for the rest
  private @Nullable JpegHuffman startsWith;
  // By length: one more than the last code of it, left-aligned in 16 bits; and what to add to a
  // code's leading bits for its place among the symbols.
  private final int[] limit = new int[LONGEST + 1];
  private final int[] offset = new int[LONGEST + 1];
  private final byte[] symbols;

  /**
   * Reads a table.
   *
   * @param at where the 16 counts by length stand, followed by the symbols
   */
  JpegHuffman(Bytes bytes, long at) throws ImageDecodeException {
    bytes.need(at, LONGEST);
    int count = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int codes = bytes.u8(at + length - 1);
      offset[length] = count - code;
      code += codes;
      count += codes;
      if (code > 1 << length) {
        throw ImageHeaders.corrupt("JPEG Huffman table at byte " + at + " has too many codes");
      }
      limit[length] = code << LONGEST - length;
      code <<= 1;
    }
    bytes.need(at + LONGEST, count);
    symbols = new byte[count];
    System.arraycopy(bytes.array(), (int) at + LONGEST, symbols, 0, count);
    for (int bits = 0; bits < fast.length; bits++) {
      int found = search(bits << LONGEST - FAST, 1);
      fast[bits] = found >> 8 <= FAST ? (short) found : 0;
      fastSteps[bits] = (short) toStep(fast[bits]);
    }
  }

  /** Makes {@link #differences}, if it is not made. */
  void prepareDifferences() {
    if (differences.length == 0) {
      differences = new int[1 << PAIR];
      for (int bits = 0; bits < differences.length; bits++) {
        int whole = difference(bits << Integer.SIZE - PAIR);
        differences[bits] = (whole & 0xFF) <= PAIR ? whole : 0;
      }
    }
  }

  /** Makes {@link #steps}, if it is not made. */
  void prepareSteps() {
    if (wide.length == 0) {
      wide = new short[1 << WIDE];
      for (int bits = 0; bits < wide.length; bits++) {
        wide[bits] = steps(bits, 0, 0);
      }
    }
  }

  /** Makes {@link #starts} with one table for the rest, if it is not made with any. */
  void prepareStarts(JpegHuffman rest) {
    if (startsWith == null) {
      starts = makeStarts(rest);
      startsWith = rest;
    }
  }

  /** Makes {@link #pairs}, if it is not made. */
  void preparePairs() {
    if (pairs.length == 0) {
      pairs = new long[1 << PAIR];
      Arrays.setAll(pairs, this::pair);
    }
  }

  /** Returns the bytes that the table takes in its segment. */
  int size() {
    return LONGEST + symbols.length;
  }

  /** Returns the highest symbol, or 0 where there is none. */
  int highest() {
    int highest = 0;
    for (byte symbol : symbols) {
      highest = Math.max(highest, symbol & 0xFF);
    }
    return highest;
  }

  /** Returns length << 8 | symbol of the code that 16 bits begin with, or 0 if they begin none. */
  int find(int bits) {
    int found = fast[bits >>> LONGEST - FAST];
    return found != 0 ? found : search(bits, FAST + 1);
  }

  /**
   * Returns, for a coefficient's code (T.81, F.1.2.2), how many bits it takes with the value that
   * follows << 8 | by how many places of the block it goes on; END places at the block's end; 0 if
   * the bits are no such code.
   */
  int step(int bits) {
    int step = fastSteps[bits >>> LONGEST - FAST];
    return step != 0 ? step : toStep(find(bits));
  }

  /**
   * Returns, once {@linkplain #prepareSteps made}, by the next WIDE bits, as many coefficients'
   * steps at once as the bits hold whole: their bits << 8 | their places, at most 64, and ENDS if
   * the block ends with the last; 0 where they do not even hold one.
   */
  short[] steps() {
    return wide;
  }

  private short steps(int bits, int before, int placesBefore) {
    int taken = before;
    int places = placesBefore;
    while (taken < WIDE) {
      int step = fastSteps[(bits << taken & (1 << WIDE) - 1) >>> WIDE - FAST];
      int more = step & 0xFF;
      boolean fits = taken + (step >> 8) <= WIDE && (more == END || places + more <= 64);
      if (step == 0 || !fits) {
        break;
      }
      taken += step >> 8;
      if (more == END) {
        return (short) (taken << 8 | ENDS | places);
      }
      places += more;
    }
    return (short) (taken << 8 | places);
  }

  /**
   * Returns, by the next WIDE bits, how a block goes on from its start: its coefficient 0, told
   * with this table, as one place, and as many steps with another table as the bits hold whole, as
   * {@link #steps}; 0 where they do not even hold coefficient 0.
   */
  short[] starts(JpegHuffman rest) {
    return rest == startsWith ? starts : makeStarts(rest);
  }

  private short[] makeStarts(JpegHuffman rest) {
    short[] made = new short[1 << WIDE];
    for (int bits = 0; bits < made.length; bits++) {
      int code = find(bits << LONGEST - WIDE);
      int taken = (code >> 8) + (code & 0xFF);
      boolean known = code != 0 && (code & 0xFF) <= LARGEST_DIFFERENCE && taken <= WIDE;
      made[bits] = known ? rest.steps(bits, taken, 1) : 0;
    }
    return made;
  }

  /**
   * Returns, once {@linkplain #preparePairs made}, by the next PAIR bits, up to two coefficients
   * whose codes the bits hold whole, with the first one's value; 0 where they do not even hold one.
   * From the lowest bit on: 8 bits with the bits taken, at most PAIR + 15; 8 with the places gone
   * on, at most 64, and ENDS if the block ends; twice 8 with the places before either coefficient;
   * 16 with the first's value; 16 with as many ones as the second's value has bits, which are the
   * last ones taken. Of a coefficient that is lacking, value or ones are 0, and all places lie
   * before it.
   */
  long[] pairs() {
    return pairs;
  }

  /**
   * Returns, once {@linkplain #prepareDifferences made}, by the next PAIR bits, the difference that
   * they hold whole with its code << 8 | their bits; 0 where they do not.
   */
  int[] differences() {
    return differences;
  }

  /** Returns the same by the next 32 bits, which hold any; 0 if they begin with none. */
  int difference(int bits) {
    int code = find(bits >>> LONGEST);
    int length = code >> 8;
    int size = code & 0xFF;
    if (code == 0 || size > LARGEST_DIFFERENCE) {
      return 0;
    }
    int value = bits << length >>> 1 >>> 31 - size;
    return extend(value, size) << 8 | length + size;
  }

  /** Returns the number that so many bits stand for (T.81, F.2.2.1). */
  static int extend(int bits, int size) {
    int negative = bits - (1 << size >> 1) >> 31; // No branch: signs cannot be predicted.
    return bits + (negative & 1 - (1 << size));
  }

  private long pair(int bits) {
    int taken = 0;
    int places = 0;
    int ends = 0;
    int value = 0;
    int before = 0;
    while (taken < PAIR) {
      int rest = bits << taken & (1 << PAIR) - 1;
      int code = find(rest << LONGEST - PAIR);
      int step = toStep(code);
      int length = code >> 8;
      int more = step & 0xFF;
      if (step == 0 || taken + length > PAIR || more != END && places + more > 64) {
        break;
      }
      int size = code & 15;
      boolean whole = taken + length + size <= PAIR;
      if (size > 0 && !(whole && value == 0)) {
        long second = (1L << size) - 1 << 48;
        places += more;
        before = value == 0 ? places : before;
        taken += length + size;
        return second | entry(taken, places, before, places - 1, value);
      }
      if (size > 0) {
        value = extend((rest << length & (1 << PAIR) - 1) >>> PAIR - size, size);
        before = places + more - 1;
      }
      taken += length + size;
      if (more == END) {
        ends = ENDS;
        break;
      }
      places += more;
    }
    return entry(taken, places | ends, value == 0 ? places : before, places, value);
  }

  private static long entry(int taken, int places, int before, int beforeSecond, int value) {
    return (value & 0xFFFFL) << 32 | (long) beforeSecond << 24 | before << 16 | places << 8 | taken;
  }

  /** Returns what {@link #step} does, of a code that was found. */
  static int toStep(int found) {
    int size = found & 15;
    int run = found >> 4 & 15;
    if (found == 0 || size == 0 && run != 0 && run != 15) {
      return 0;
    }
    return (found >> 8) + size << 8 | (size == 0 && run == 0 ? END : run + 1);
  }

  private int search(int bits, int shortest) {
    for (int length = shortest; length <= LONGEST; length++) {
      if (bits < limit[length]) {
        int place = (bits >>> LONGEST - length) + offset[length];
        return length << 8 | symbols[place] & 0xFF;
      }
    }
    return 0;
  }
}
