package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.ImageDecodeException;

/**
 * Decodes parts of the brightness of a JPEG whose data have been read to their end once. Immutable
 * and safe for use by many threads.
 */
final class JpegParts {
  private final JpegScan scan;
  private final JpegFrame.Component component;
  private final int[] factors;
  private final int mcuWidth;
  private final int mcuHeight;

  /**
   * Prepares.
   *
   * @param scan with marks, of the same bytes, which nobody will write to
   * @param component that becomes brightness
   * @param factors of dequantisation in zigzag order, as they stood before the scan
   */
  JpegParts(JpegScan scan, JpegFrame.Component component, int[] factors) {
    this.scan = scan;
    this.component = component;
    this.factors = factors;
    mcuWidth = scan.mcuWidth();
    mcuHeight = scan.mcuHeight();
  }

  /** Returns a part of the brightness as it is stored, as the whole would hold it. */
  LumaPlane part(int left, int top, int width, int height) {
    int firstColumn = left / mcuWidth;
    int firstRow = top / mcuHeight;
    int columns = (left + width - 1) / mcuWidth - firstColumn + 1;
    int rows = (top + height - 1) / mcuHeight - firstRow + 1;
    JpegPlane plane = new JpegPlane(component, factors, columns * mcuWidth, rows * mcuHeight);
    try {
      scan.drawing(plane).readAgain(firstColumn, firstRow, columns, rows);
    } catch (ImageDecodeException e) {
      throw new IllegalStateException("JPEG was sound before: " + e.getMessage(), e);
    }
    return plane
        .plane()
        .part(left - firstColumn * mcuWidth, top - firstRow * mcuHeight, width, height);
  }
}
