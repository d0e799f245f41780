package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.LumaParts;
import io.github.blurdetect.api.LumaPlane;

/**
 * How stored pixels are turned upright: rows and columns swapped, then read from the other end.
 *
 * @param orientation as EXIF states it, 1 to 8
 * @param width of the stored image
 * @param height of the stored image
 */
record Turn(int orientation, int width, int height) {

  private boolean swapped() {
    return orientation >= 5;
  }

  private boolean fromRight() {
    return orientation == 2 || orientation == 3 || orientation >= 7;
  }

  private boolean fromBelow() {
    return orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  }

  /** Returns the upright image's parts, made of the stored one's. */
  LumaParts upright(LumaParts stored) {
    return orientation == ExifOrientation.UPRIGHT
        ? stored
        : (left, top, columns, rows) -> upright(stored, left, top, columns, rows);
  }

  private LumaPlane upright(LumaParts stored, int left, int top, int columns, int rows) {
    int x = swapped() ? top : left;
    int y = swapped() ? left : top;
    int wide = swapped() ? rows : columns;
    int high = swapped() ? columns : rows;
    LumaPlane part =
        stored.part(
            fromRight() ? width - x - wide : x, fromBelow() ? height - y - high : y, wide, high);
    return new LumaPlane(turned(part, columns, rows), columns, rows, columns);
  }

  private byte[] turned(LumaPlane part, int columns, int rows) {
    int right = fromRight() ? -1 : 1;
    int down = fromBelow() ? -part.stride() : part.stride();
    int corner =
        (fromRight() ? part.width() - 1 : 0)
            + (fromBelow() ? (part.height() - 1) * part.stride() : 0);
    int perColumn = swapped() ? down : right;
    int perRow = swapped() ? right : down;
    byte[] out = new byte[columns * rows];
    for (int row = 0; row < rows; row++) {
      int from = corner + row * perRow;
      for (int column = 0; column < columns; column++, from += perColumn) {
        out[row * columns + column] = part.data()[from];
      }
    }
    return out;
  }
}
