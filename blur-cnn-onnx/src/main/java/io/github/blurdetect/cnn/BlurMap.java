package io.github.blurdetect.cnn;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.cnn.internal.PhotoTiles;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLocator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * Where in a photo the print is, and where it cannot be read, cell by cell.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BlurMap {
  /** Pixels at text scale that a window shares with its neighbours, so that no seam shows. */
  private static final int OVERLAP = 48;

  private static final int WINDOW = 512;

  private final int width;
  private final int height;
  private final int cell;
  private final int columns;
  private final int rows;
  private final float[] unread;
  private final float[] text;

  private BlurMap(int width, int height, int cell, int columns, int rows) {
    this.width = width;
    this.height = height;
    this.cell = cell;
    this.columns = columns;
    this.rows = rows;
    this.unread = new float[columns * rows];
    this.text = new float[columns * rows];
  }

  /**
   * A connected part of the photo whose print cannot be read.
   *
   * @param left first column, pixels of the photo
   * @param top first row
   * @param right one past the last column
   * @param bottom one past the last row
   * @param cells cells in it
   * @param unread mean probability that the print cannot be read, in [0, 1]
   */
  public record Region(int left, int top, int right, int bottom, int cells, double unread) {}

  /**
   * Runs a network over a whole photo, at the scale that its text asks for.
   *
   * @param model any CNN
   * @param image at least 8 x 8 pixels
   * @return the map
   * @throws IllegalArgumentException if a side of the photo is under 8 pixels
   * @throws IllegalStateException if the model has been closed
   */
  public static BlurMap of(CnnModel model, BlurImage image) {
    if (Math.min(image.width(), image.height()) < CnnModel.SHORTEST_SIDE) {
      throw new IllegalArgumentException(
          "image is %d x %d, expected at least 8 x 8".formatted(image.width(), image.height()));
    }
    TextLayout layout = TextLocator.defaults().locate(image);
    double xHeight = layout.xHeight();
    int halvings = Double.isNaN(xHeight) || xHeight < 16 ? 0 : xHeight < 32 ? 1 : 2;
    int stride = model.info().stride();
    int cell = stride << halvings;
    BlurMap map =
        new BlurMap(
            image.width(),
            image.height(),
            cell,
            (image.width() + cell - 1) / cell,
            (image.height() + cell - 1) / cell);
    int step = (WINDOW - 2 * OVERLAP) / stride;
    for (int row = 0; row < map.rows; row += step) {
      for (int column = 0; column < map.columns; column += step) {
        map.fill(model, image.halvedLuma(halvings), column, row, step);
      }
    }
    return map;
  }

  /** Fills in a window's cells; the plane is that of which a cell takes the network's stride. */
  private void fill(CnnModel model, LumaPlane plane, int firstColumn, int firstRow, int step) {
    int stride = model.info().stride();
    byte[] window = new byte[WINDOW * WINDOW];
    int left = firstColumn * stride - OVERLAP;
    int top = firstRow * stride - OVERLAP;
    TileCutter.cut(plane, left, top, WINDOW, 1, window, 0);
    int channels = model.info().channels();
    byte[] pixels =
        channels == 1
            ? window
            : PhotoTiles.replicate(window, WINDOW * WINDOW, channels, model.info().channelsLast());
    CnnModel.Output output = model.run(pixels, 1, WINDOW, WINDOW);
    int skip = OVERLAP / stride;
    float[] print = output.text();
    for (int row = 0; row < step && firstRow + row < rows; row++) {
      for (int column = 0; column < step && firstColumn + column < columns; column++) {
        int from = (row + skip) * output.columns() + column + skip;
        int to = (firstRow + row) * columns + firstColumn + column;
        unread[to] = output.map()[from];
        text[to] = print == null ? 1 : print[from];
      }
    }
  }

  /**
   * Returns the photo's width.
   *
   * @return pixels
   */
  public int width() {
    return width;
  }

  /**
   * Returns the photo's height.
   *
   * @return pixels
   */
  public int height() {
    return height;
  }

  /**
   * Returns the side of a cell.
   *
   * @return pixels of the photo
   */
  public int cell() {
    return cell;
  }

  /**
   * Returns the cells in a row; the last may reach over the photo's border.
   *
   * @return at least 1
   */
  public int columns() {
    return columns;
  }

  /**
   * Returns the rows of cells.
   *
   * @return at least 1
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns how likely it is that print in a cell cannot be read.
   *
   * @param column 0 to {@code columns() - 1}
   * @param row 0 to {@code rows() - 1}
   * @return in [0, 1]; says nothing where {@link #text} is near 0
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public float unread(int column, int row) {
    return unread[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
  }

  /**
   * Returns how likely it is that a cell holds print.
   *
   * @param column 0 to {@code columns() - 1}
   * @param row 0 to {@code rows() - 1}
   * @return in [0, 1]; 1 everywhere for models that do not tell
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public float text(int column, int row) {
    return text[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
  }

  /**
   * Returns the mean response over a part of the photo, each cell counting as far as it holds
   * print.
   *
   * @param left first column, pixels of the photo
   * @param top first row
   * @param right one past the last column
   * @param bottom one past the last row
   * @return in [0, 1]; NaN where the part holds no cell's centre
   */
  public double mean(int left, int top, int right, int bottom) {
    double sum = 0;
    double all = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = column * cell + cell / 2;
        int y = row * cell + cell / 2;
        if (x >= left && x < right && y >= top && y < bottom) {
          double weight = text(column, row) + 1e-6;
          sum += weight * unread(column, row);
          all += weight;
        }
      }
    }
    return all == 0 ? Double.NaN : sum / all;
  }

  /**
   * Returns the parts whose print cannot be read: connected cells of print with a response above
   * one half.
   *
   * @return the largest first
   */
  public List<Region> regions() {
    boolean[] seen = new boolean[columns * rows];
    List<Region> regions = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      if (!seen[start] && blurred(start)) {
        regions.add(region(start, seen));
      }
    }
    regions.sort(
        java.util.Comparator.comparingInt((Region r) -> -r.cells())
            .thenComparingInt(Region::top)
            .thenComparingInt(Region::left));
    return regions;
  }

  private boolean blurred(int at) {
    return text[at] > 0.5f && unread[at] > 0.5f;
  }

  private Region region(int start, boolean[] seen) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    int left = columns;
    int top = rows;
    int right = 0;
    int bottom = 0;
    int count = 0;
    double sum = 0;
    while (!open.isEmpty()) {
      int at = open.pop();
      int column = at % columns;
      int row = at / columns;
      left = Math.min(left, column);
      right = Math.max(right, column + 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
      count++;
      sum += unread[at];
      for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          int next = y * columns + x;
          if (!seen[next] && blurred(next)) {
            seen[next] = true;
            open.push(next);
          }
        }
      }
    }
    return new Region(
        left * cell,
        top * cell,
        Math.min(width, right * cell),
        Math.min(height, bottom * cell),
        count,
        sum / count);
  }
}
