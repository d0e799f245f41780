package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import org.jspecify.annotations.Nullable;

/** A JPEG's tables and restart interval as they stand before a scan. */
final class JpegTables {
  private static final int KINDS = 4;
  private static final int FACTORS = 64;
  private static final int MOST_OF_DC = 15;

  private final @Nullable JpegHuffman[] dc = new JpegHuffman[KINDS];
  private final @Nullable JpegHuffman[] ac = new JpegHuffman[KINDS];
  private final int[] @Nullable [] quantisation = new int[KINDS][];
  private int restartInterval;
  private boolean odd;

  /** Reads a DHT segment's tables; later ones replace earlier ones. */
  void define(Bytes bytes, int from, int length) throws ImageDecodeException {
    int at = from;
    while (at < from + length) {
      int kind = bytes.u8(at);
      if ((kind & 15) >= KINDS || kind >> 4 > 1) {
        throw ImageHeaders.corrupt(
            String.format(
                "JPEG Huffman table at byte %d is of kind %02x, expected 00 to 13", at, kind));
      }
      JpegHuffman table = new JpegHuffman(bytes, at + 1L);
      (kind >> 4 == 0 ? dc : ac)[kind & 15] = table;
      odd |= kind >> 4 == 0 && table.highest() > MOST_OF_DC;
      at += 1 + table.size();
    }
    odd |= at != from + length;
  }

  /** Tells whether some table is not as the standard has it: OpenCV is to say what it takes. */
  boolean odd() {
    return odd;
  }

  /** Reads a DQT segment's tables; later ones replace earlier ones, odd ones are left out. */
  void quantise(Bytes bytes, int from, int length) throws ImageDecodeException {
    int at = from;
    while (at < from + length) {
      int kind = bytes.u8(at++);
      int size = 1 + (kind >> 4);
      if ((kind & 15) >= KINDS || size > 2 || at + FACTORS * size > from + length) {
        odd = true;
        return;
      }
      int[] table = new int[FACTORS];
      for (int i = 0; i < FACTORS; i++, at += size) {
        table[i] = size == 1 ? bytes.u8(at) : bytes.u16(at, true);
      }
      quantisation[kind & 15] = table;
    }
  }

  /** Returns factors in zigzag order. */
  int @Nullable [] quantisation(int place) {
    return place < KINDS ? quantisation[place] : null;
  }

  void restartInterval(int mcus) {
    restartInterval = mcus;
  }

  int restartInterval() {
    return restartInterval;
  }

  @Nullable JpegHuffman dc(int place) {
    return place < KINDS ? dc[place] : null;
  }

  @Nullable JpegHuffman ac(int place) {
    return place < KINDS ? ac[place] : null;
  }
}
