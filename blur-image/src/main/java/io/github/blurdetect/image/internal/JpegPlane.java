package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaPlane;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plane of one component's blocks as a sequential scan brings them: the coefficients of a
 * stretch of each row of blocks, or of a few short rows, are gathered and transformed together.
 */
final class JpegPlane {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SIDE = JpegTransform.SIDE;

  private final int side; // pixels that a block becomes, 8 or 4
  private final int width;
  private final int height;
  private final byte[] pixels;
  private final JpegStretch stretch;
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
    this(
        new JpegStretch(component.v(), component.across() * mcuRows(component), quantisation),
        width,
        height,
        halved);
  }

  private static int mcuRows(JpegFrame.Component component) {
    return component.down() / component.v();
  }

  /** Prepares for a part of whole MCUs, with room that nobody else uses meanwhile. */
  JpegPlane(JpegStretch stretch, int width, int height) {
    this(stretch, width, height, false);
  }

  private JpegPlane(JpegStretch stretch, int width, int height, boolean halved) {
    this.stretch = stretch;
    side = halved ? SIDE / 2 : SIDE;
    this.width = halved ? Math.max(1, width / 2) : width;
    this.height = halved ? Math.max(1, height / 2) : height;
    pixels = new byte[Math.multiplyExact(this.width, this.height)];
  }

  /**
   * Returns where coefficients go: by their place in the zigzag order, then by {@link #next}; all
   * zero at first. What goes to places from 64 on is lost.
   *
   * @param row of blocks in the MCU
   */
  int[][] stretch(int row) {
    return stretch.ordered(row);
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
    if (used + blocks > stretch.length) {
      flush();
    }
  }

  /** Goes on to the next row of MCUs. */
  void endRow() {
    if (used + across > stretch.length) {
      flush();
    }
  }

  private void flush() {
    for (int v = 0; used > 0 && v < rows; v++) {
      stretch.transform(v, used, halved());
      for (int y = 0; y < side; y++) {
        write(v, y);
      }
    }
    stretch.clear(used);
    row += (first + used) / across;
    first = (first + used) % across;
    used = 0;
  }

  /** Writes a row of the pixels of each block. */
  private void write(int v, int y) {
    for (int k = 0; k < side; k += 4) {
      int[] packed = stretch.packed(v, SIDE * y + k, used);
      int column = first;
      int mcuRow = row;
      for (int start = 0; start < used; ) {
        int end = Math.min(used, start + across - column);
        int pixelRow = (mcuRow * rows + v) * side + y;
        if (pixelRow < height) {
          write(packed, start, end, column * side + k, pixelRow * width);
        }
        start = end;
        column = 0;
        mcuRow++;
      }
    }
  }

  /** Writes packed pixels from a column on. */
  private void write(int[] packed, int start, int end, int left, int rowStart) {
    int whole = Math.min(end, start + Math.max(0, width - left + side - 4) / side);
    int to = rowStart + left;
    if (halved() && whole > start) { // A block's four pixels adjoin the next one's.
      ByteBuffer rest = ByteBuffer.wrap(pixels, to, pixels.length - to).slice();
      rest.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(packed, start, whole - start);
    } else {
      for (int i = start; i < whole; i++) {
        INT.set(pixels, to + (i - start) * side, packed[i]);
      }
    }
    to += (whole - start) * side;
    for (int i = whole; i < end; i++, to += side) {
      for (int part = 0; to + part < rowStart + width && part < 4; part++) {
        pixels[to + part] = (byte) (packed[i] >> 8 * part);
      }
    }
  }

  /** Tells whether the component came whole, and once. */
  boolean complete() {
    return scans <= 1 && ended;
  }

  LumaPlane plane() {
    return new LumaPlane(pixels, width, height, width);
  }
}
