package io.github.blurdetect.features.internal;

/** Turns rows into columns, eight by eight pixels at a time where there are so many. */
final class Transposition {
  private static final int SIDE = Lanes.PIXELS;

  private Transposition() {}

  /**
   * Exchanges rows and columns.
   *
   * @param in rows without gaps
   * @return column after column of the input
   */
  static byte[] of(byte[] in, int width, int height) {
    byte[] out = new byte[in.length];
    int right = width / SIDE * SIDE;
    int bottom = height / SIDE * SIDE;
    long[] tile = new long[SIDE];
    for (int y = 0; y < bottom; y += SIDE) {
      for (int x = 0; x < right; x += SIDE) {
        tile(in, y * width + x, width, out, x * height + y, height, tile);
      }
    }
    copy(in, width, height, right, 0, out);
    copy(in, width, height, 0, bottom, out);
    return out;
  }

  private static void copy(byte[] in, int width, int height, int left, int top, byte[] out) {
    for (int y = top; y < height; y++) {
      for (int x = left; x < width; x++) {
        out[x * height + y] = in[y * width + x];
      }
    }
  }

  private static void tile(
      byte[] in, int from, int width, byte[] out, int to, int height, long[] tile) {
    long any = 0;
    for (int i = 0; i < SIDE; i++) {
      tile[i] = Lanes.load(in, from + i * width);
      any |= tile[i];
    }
    if (any != 0) { // the output is zero already
      exchange(tile, 4, 0x00000000FFFFFFFFL);
      exchange(tile, 2, 0x0000FFFF0000FFFFL);
      exchange(tile, 1, 0x00FF00FF00FF00FFL);
      for (int i = 0; i < SIDE; i++) {
        Lanes.store(out, to + i * height, tile[i]);
      }
    }
  }

  /** Exchanges, in pairs of rows, the upper row's right pixels with the lower row's left ones. */
  private static void exchange(long[] tile, int apart, long left) {
    int bits = apart * Byte.SIZE;
    for (int i = 0; i < SIDE; i++) {
      if ((i & apart) == 0) {
        long crossing = (tile[i] >>> bits ^ tile[i + apart]) & left;
        tile[i] ^= crossing << bits;
        tile[i + apart] ^= crossing;
      }
    }
  }
}
