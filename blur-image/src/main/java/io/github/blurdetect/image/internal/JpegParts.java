package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.ImageDecodeException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Decodes parts of the brightness of a JPEG whose data have been read to their end once. Safe for
 * use by many threads.
 */
final class JpegParts {
  private final JpegScan scan;
  private final int blockRows; // of an MCU
  private final AtomicReference<@Nullable JpegStretch> spare = new AtomicReference<>();
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
    blockRows = component.v();
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
    JpegStretch kept = spare.getAndSet(null);
    JpegStretch stretch =
        kept == null ? new JpegStretch(blockRows, Integer.MAX_VALUE, factors) : kept;
    JpegPlane plane = new JpegPlane(stretch, columns * mcuWidth, rows * mcuHeight);
    try {
      scan.drawing(plane)
          .readAgain(
              new JpegScan.Area(
                  firstColumn,
                  firstRow,
                  columns,
                  rows,
                  top % mcuHeight / JpegTransform.SIDE,
                  (top + height - 1) % mcuHeight / JpegTransform.SIDE));
    } catch (ImageDecodeException e) {
      throw new IllegalStateException("JPEG was sound before: " + e.getMessage(), e);
    }
    spare.set(stretch);
    return plane
        .plane()
        .part(left - firstColumn * mcuWidth, top - firstRow * mcuHeight, width, height);
  }
}
