package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaPlane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plane of one component's blocks as a sequential scan brings them: the coefficients of a
 * stretch of each row of blocks, or of a few short rows, are gathered and transformed together.
 */
final class JpegPlane {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SIDE = JpegTransform.SIDE;

  /** Blocks of a stretch at most: a multiple of 1 to 4, the blocks of an MCU in a row. */
  private static final int LONGEST = 480;

  /** Coefficients of a block and one place for those that pairs lack. */
  private static final int PLACES = SIDE * SIDE + 1;

  private static final int[] ZIGZAG = zigzag();

  private final int side; // pixels that a block becomes, 8 or 4
  private final int width;
  private final int height;
  private final byte[] pixels;
  private final int[] factors;
  private final int[][][] stretches; // by row in the MCU, row by row in a block, block
  private final int[][][] ordered; // the same arrays in zigzag order
  private final JpegTransform transform;
  private final int[] packed; // four pixels a number
  private int across; // blocks in a row of this scan
  private int row; // of MCUs, that of the stretch's first block
  private int first; // that block's column
  private int used; // blocks of the stretch
  private int rows; // of blocks that an MCU has in this scan
  private int scans;
  private boolean ended;

  /**
   * Prepares.
   *
   * @param component of the largest sampling in its frame
   * @param quantisation factors in zigzag order
   * @param width of the image
   * @param height of the image
   * @param halved whether the plane is wanted with both sides halved, an odd last column or row
   *     left out
   */
  JpegPlane(
      JpegFrame.Component component, int[] quantisation, int width, int height, boolean halved) {
    this(component, quantisation, component.across(), width, height, halved);
  }

  /** Prepares for a part of whole MCUs: see the other constructor. */
  JpegPlane(JpegFrame.Component component, int[] quantisation, int width, int height) {
    this(component, quantisation, width / SIDE, width, height, false);
  }

  private JpegPlane(
      JpegFrame.Component component,
      int[] quantisation,
      int across,
      int width,
      int height,
      boolean halved) {
    side = halved ? SIDE / 2 : SIDE;
    this.width = halved ? Math.max(1, width / 2) : width;
    this.height = halved ? Math.max(1, height / 2) : height;
    pixels = new byte[Math.multiplyExact(this.width, this.height)];
    factors = Arrays.copyOf(quantisation, PLACES);
    int mcuRows = (this.height + side * component.v() - 1) / (side * component.v());
    int length = (int) Math.min(LONGEST, (long) across * mcuRows);
    stretches = new int[component.v()][PLACES][length];
    ordered = new int[component.v()][PLACES][];
    for (int row = 0; row < component.v(); row++) {
      for (int k = 0; k < PLACES; k++) {
        ordered[row][k] = stretches[row][ZIGZAG[k]];
      }
    }
    transform = new JpegTransform(length);
    packed = new int[length];
  }

  private static int[] zigzag() {
    int[] order = new int[PLACES];
    int at = 0;
    for (int diagonal = 0; diagonal < 2 * SIDE - 1; diagonal++) {
      for (int k = 0; k <= diagonal; k++) {
        int row = diagonal % 2 == 0 ? diagonal - k : k;
        if (row < SIDE && diagonal - row < SIDE) {
          order[at++] = SIDE * row + diagonal - row;
        }
      }
    }
    order[at] = at;
    return order;
  }

  /** Returns the factors of a block's coefficients, in zigzag order, and a 0. */
  int[] factors() {
    return factors;
  }

  /**
   * Returns where coefficients go: by their place in the zigzag order, then by {@link #next}; all
   * zero at first. Place 64 is for what is no coefficient.
   *
   * @param row of blocks in the MCU
   */
  int[][] stretch(int row) {
    return ordered[row];
  }

  /** Returns the index in a stretch of the MCU's first block. */
  int next() {
    return used;
  }

  /** Tells whether averages of 2 x 2 pixels are made instead of pixels. */
  boolean halved() {
    return side < SIDE;
  }

  /** Returns this to the first scan of the component; others get nothing and spoil the plane. */
  @Nullable JpegPlane forScan() {
    return ++scans == 1 ? this : null;
  }

  /**
   * Begins the scan.
   *
   * @param rowsOfBlocks that an MCU has: the component's sampling, or 1 if it comes alone
   * @param blocksInRow that each of these rows will have from side to side
   */
  void begin(int rowsOfBlocks, int blocksInRow) {
    rows = rowsOfBlocks;
    across = blocksInRow;
  }

  /** Ends the scan. */
  void end() {
    flush();
    ended = true;
  }

  /**
   * Goes on to the next MCU of a row.
   *
   * @param blocks that the MCU has in a row
   */
  void advance(int blocks) {
    used += blocks;
    if (used + blocks > stretches[0][0].length) {
      clear(flush());
    }
  }

  /** Goes on to the next row of MCUs. */
  void endRow() {
    if (used + across > stretches[0][0].length) {
      clear(flush());
    }
  }

  private void clear(int count) {
    for (int[][] blocks : stretches) {
      for (int[] coefficients : blocks) {
        Arrays.fill(coefficients, 0, count, 0);
      }
    }
  }

  /** Makes pixels of the stretches and returns how many blocks they had. */
  private int flush() {
    for (int v = 0; used > 0 && v < rows; v++) {
      int[][] blocks = stretches[v];
      if (side == SIDE) {
        transform.full(blocks, used);
      } else {
        transform.half(blocks, used);
      }
      for (int y = 0; y < side; y++) {
        write(blocks, v, y);
      }
    }
    row += (first + used) / across;
    first = (first + used) % across;
    int flushed = used;
    used = 0;
    return flushed;
  }

  /** Writes a row of the pixels of each block. */
  private void write(int[][] blocks, int v, int y) {
    for (int k = 0; k < side; k += 4) {
      int from = SIDE * y + k;
      pack(blocks[from], blocks[from + 1], blocks[from + 2], blocks[from + 3], packed, used);
      int column = first;
      int mcuRow = row;
      for (int start = 0; start < used; ) {
        int end = Math.min(used, start + across - column);
        int pixelRow = (mcuRow * rows + v) * side + y;
        if (pixelRow < height) {
          write(start, end, column * side + k, pixelRow * width);
        }
        start = end;
        column = 0;
        mcuRow++;
      }
    }
  }

  /** Writes packed pixels from a column on. */
  private void write(int start, int end, int left, int rowStart) {
    int whole = Math.min(end, start + Math.max(0, width - left + side - 4) / side);
    int to = rowStart + left;
    for (int i = start; i < whole; i++, to += side) {
      INT.set(pixels, to, packed[i]);
    }
    for (int i = whole; i < end; i++, to += side) {
      for (int part = 0; to + part < rowStart + width && part < 4; part++) {
        pixels[to + part] = (byte) (packed[i] >> 8 * part);
      }
    }
  }

  /** Makes pixels of four numbers each, the first in the lowest byte. */
  private static void pack(int[] a, int[] b, int[] c, int[] d, int[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = pixel(a[i]) | pixel(b[i]) << 8 | pixel(c[i]) << 16 | pixel(d[i]) << 24;
    }
  }

  private static int pixel(int value) {
    int above = value + 128;
    int positive = above & ~(above >> 31);
    return (positive | 255 - positive >> 31) & 255;
  }

  /** Tells whether one scan brought the component, and it alone. */
  boolean complete() {
    return scans == 1 && ended;
  }

  LumaPlane plane() {
    return new LumaPlane(pixels, width, height, width);
  }
}
