package io.github.blurdetect.api;

import java.util.Objects;

/**
 * One 8-bit brightness plane: 0 is black, 255 is white, gamma-encoded as in the photo.
 *
 * <p>Row {@code y} starts at {@code data()[y * stride()]}. The array is shared, not copied: nobody
 * may write to it after construction, and under that rule an instance is safe for use by many
 * threads.
 *
 * @param data brightness, row by row, unsigned
 * @param width pixels in a row, at least 1
 * @param height rows, at least 1
 * @param stride bytes from one row's start to the next's, at least {@code width}
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would double the memory.
public record LumaPlane(byte[] data, int width, int height, int stride) {

  /**
   * Checks the geometry.
   *
   * @throws IllegalArgumentException if a side is under 1, the stride is smaller than the width, or
   *     the array is too short
   */
  public LumaPlane {
    Objects.requireNonNull(data, "data");
    BlurImage.checkGeometry(data.length, width, height, stride, 1);
  }

  /**
   * Returns the brightness at a position.
   *
   * @param x column, 0 to {@code width() - 1}
   * @param y row, 0 to {@code height() - 1}
   * @return brightness, 0 to 255
   * @throws IndexOutOfBoundsException if the position lies outside the plane
   */
  public int get(int x, int y) {
    Objects.checkIndex(x, width);
    Objects.checkIndex(y, height);
    return data[y * stride + x] & 0xFF;
  }

  /**
   * Halves both sides by averaging 2 x 2 pixels, rounded; an odd last column or row is dropped, a
   * side of 1 stays.
   *
   * @return a new plane without gaps between rows
   */
  public LumaPlane halved() {
    return Halving.of(this);
  }

  /**
   * Copies a part.
   *
   * @param left first column
   * @param top first row
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @return a new plane without gaps between rows
   * @throws IllegalArgumentException if the part is empty or reaches beyond the plane
   */
  public LumaPlane part(int left, int top, int width, int height) {
    checkPart(left, top, width, height, this.width, this.height);
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(data, (top + y) * stride + left, out, y * width, width);
    }
    return new LumaPlane(out, width, height, width);
  }

  static void checkPart(int left, int top, int width, int height, int wholeWidth, int wholeHeight) {
    boolean inside =
        left >= 0
            && top >= 0
            && width > 0
            && height > 0
            && left <= wholeWidth - width
            && top <= wholeHeight - height;
    if (!inside) {
      throw new IllegalArgumentException(
          String.format(
              "part is %d x %d from %d,%d, expected a pixel or more inside %d x %d",
              width, height, left, top, wholeWidth, wholeHeight));
    }
  }
}
