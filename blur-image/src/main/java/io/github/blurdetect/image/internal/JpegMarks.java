package io.github.blurdetect.image.internal;

/**
 * Where the reader of a sequential scan stood every few MCUs, so that a part of the image can be
 * read again without what comes before it. Filled by one thread; then read by many.
 */
final class JpegMarks {
  /** Pixels from one mark to the next in a row: 9 bytes a mark are little beside the pixels. */
  private static final int APART = 64;

  private final int every; // MCUs, a power of two
  private final int across;
  private final int[] places; // in the encoded bytes
  private final byte[] taken; // bits of that byte
  private final int[] brightness;

  /**
   * Makes room.
   *
   * @param mcusAcross MCUs in a row
   * @param mcusDown rows of MCUs
   * @param mcuWidth columns of pixels in an MCU, at most 32
   */
  JpegMarks(int mcusAcross, int mcusDown, int mcuWidth) {
    every = Integer.highestOneBit(APART / mcuWidth);
    across = (mcusAcross + every - 1) / every;
    int count = Math.multiplyExact(across, mcusDown);
    places = new int[count];
    taken = new byte[count];
    brightness = new int[count];
  }

  /** Tells whether a mark is to be set before an MCU, by its place in the row. */
  boolean isDue(int column) {
    return (column & every - 1) == 0;
  }

  /** Returns the last column up to the given one before which there is a mark. */
  int columnBefore(int column) {
    return column - column % every;
  }

  /**
   * Keeps where a reader stands, at a column where {@link #isDue}.
   *
   * @param place of the byte with the next bit
   * @param bits of that byte that were taken, 0 to 7
   * @param predictor the brightness that the next one is told as a difference to
   */
  void set(int column, int row, int place, int bits, int predictor) {
    int i = row * across + column / every;
    places[i] = place;
    taken[i] = (byte) bits;
    brightness[i] = predictor;
  }

  /** Puts a reader where one stood before an MCU, at a column with a mark. */
  void resume(JpegBits reader, int column, int row) {
    int i = row * across + column / every;
    reader.resume(places[i], taken[i], brightness[i]);
  }
}
