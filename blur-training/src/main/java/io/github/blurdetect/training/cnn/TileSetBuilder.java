package io.github.blurdetect.training.cnn;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.cnn.TileCutter;
import io.github.blurdetect.features.TextLocator;
import io.github.blurdetect.features.TextTile;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts tiles out of labelled photos: most around lines of print, at the scale at which the print is
 * 8 to 16 pixels high (the estimate of its height varied), some anywhere.
 */
public final class TileSetBuilder {
  /** Standard deviation of the error put on the logarithm of the x-height. */
  private static final double HEIGHT_ERROR = 0.2;

  /** Raised whenever the same photos give other tiles, so that cached ones are cut anew. */
  static final int REVISION = 3;

  /** Columns and rows of the tiles that the scorer looks at, and how many at most. */
  private static final int SEEN_SIDE = 128;

  private static final int SEEN_TILES = 24;

  private final int textTiles;
  private final int otherTiles;
  private final long seed;

  /**
   * Makes a builder.
   *
   * @param textTiles tiles around print a photo, at least 0
   * @param otherTiles tiles anywhere a photo, at least 0
   * @param seed of all choices
   */
  public TileSetBuilder(int textTiles, int otherTiles, long seed) {
    if (textTiles < 0 || otherTiles < 0) {
      throw new IllegalArgumentException(
          "tiles are " + textTiles + " and " + otherTiles + ", expected at least 0");
    }
    this.textTiles = textTiles;
    this.otherTiles = otherTiles;
    this.seed = seed;
  }

  /**
   * Cuts a photo's tiles and appends them to a file.
   *
   * @param photo the photo and its lines; one that shows no print gives tiles without print, half
   *     of them from where {@link TextLocator} is mistaken
   * @param out where the tiles go
   * @throws IOException if the photo cannot be read or the tiles cannot be written
   * @throws ImageDecodeException if the photo is no readable image
   */
  public void add(TrainingPhoto photo, TileSet.Writer out) throws IOException {
    BlurImage image = ImageDecoder.defaults().decode(photo.file());
    LumaPlane luma = image.luma();
    SplittableRandom random = new SplittableRandom(seed ^ seedOf(photo.file()));
    if (photo.label().equals(TrainingPhotos.NO_TEXT)) {
      addWithoutPrint(luma, photo.group(), random, out);
      return;
    }
    List<TrainingPhoto.Line> lines =
        photo.lines().isEmpty() ? TrainingPhotos.locate(image, photo.label()) : photo.lines();
    int around = lines.isEmpty() ? 0 : textTiles;
    for (int i = 0; i < around + otherTiles; i++) {
      TrainingPhoto.Line line = lines.isEmpty() ? null : lines.get(random.nextInt(lines.size()));
      double height = line == null ? random.nextDouble(6, 24) : line.xHeight();
      height *= Math.exp(HEIGHT_ERROR * gaussian(random));
      int factor = factorFor(height);
      int reach = TileSet.SIDE * factor;
      int x = random.nextInt(luma.width());
      int y = random.nextInt(luma.height());
      if (line != null && i < around) {
        x = random.nextInt(line.left(), Math.max(line.left() + 1, line.right()));
        y = (line.top() + line.bottom()) / 2 + random.nextInt(-reach / 3, reach / 3 + 1);
      }
      int left = place(x - reach / 2, reach, luma.width());
      int top = place(y - reach / 2, reach, luma.height());
      out.add(cut(luma, lines, left, top, factor), photo.group());
    }
  }

  private void addWithoutPrint(
      LumaPlane luma, String group, SplittableRandom random, TileSet.Writer out)
      throws IOException {
    List<TextTile> mistaken = TextLocator.defaults().locate(luma).tiles(SEEN_SIDE, SEEN_TILES);
    for (int i = 0; i < otherTiles; i++) {
      int factor = factorFor(Math.exp(random.nextDouble(Math.log(6), Math.log(48))));
      int x = random.nextInt(luma.width());
      int y = random.nextInt(luma.height());
      if (i % 2 == 0 && !mistaken.isEmpty()) {
        TextTile tile = mistaken.get(random.nextInt(mistaken.size()));
        factor = (int) Math.round(1 / tile.scale());
        int shift = (TileSet.SIDE - SEEN_SIDE) / 2 * factor;
        x = tile.left() + SEEN_SIDE * factor / 2 + random.nextInt(-shift, shift + 1);
        y = tile.top() + SEEN_SIDE * factor / 2 + random.nextInt(-shift, shift + 1);
      }
      int reach = TileSet.SIDE * factor;
      int left = place(x - reach / 2, reach, luma.width());
      int top = place(y - reach / 2, reach, luma.height());
      out.add(cut(luma, List.of(), left, top, factor), group);
    }
  }

  /**
   * Returns by how much to shrink a photo so that its print is 8 to 16 pixels high.
   *
   * @param xHeight pixels
   * @return 1, 2 or 4
   */
  static int factorFor(double xHeight) {
    return xHeight < 16 ? 1 : xHeight < 32 ? 2 : 4;
  }

  private static long seedOf(Path file) {
    String name = String.valueOf(file.getFileName());
    long hash = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return hash;
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static int place(int start, int reach, int length) {
    return length <= reach ? 0 : Math.max(0, Math.min(length - reach, start));
  }

  private static TileSet.Tile cut(
      LumaPlane luma, List<TrainingPhoto.Line> lines, int left, int top, int factor) {
    int side = TileSet.SIDE;
    int cells = TileSet.CELLS;
    byte[] pixels = new byte[side * side];
    TileCutter.cut(luma, left, top, side, factor, pixels, 0);
    byte[] text = new byte[cells * cells];
    byte[] unread = new byte[cells * cells];
    Arrays.fill(unread, (byte) TileSet.UNKNOWN);
    int cell = TileSet.CELL * factor;
    for (TrainingPhoto.Line line : lines) {
      // A band of half a line around each line is neither print nor paper for certain.
      int margin = Math.max(factor * 3, (line.bottom() - line.top()) / 2);
      int firstRow = Math.max(0, (line.top() - margin - top) / cell - 1);
      int lastRow = Math.min(cells - 1, (line.bottom() + margin - top) / cell + 1);
      int firstColumn = Math.max(0, (line.left() - margin - left) / cell - 1);
      int lastColumn = Math.min(cells - 1, (line.right() + margin - left) / cell + 1);
      for (int row = firstRow; row <= lastRow; row++) {
        for (int column = firstColumn; column <= lastColumn; column++) {
          int x = left + column * cell + cell / 2;
          int y = top + row * cell + cell / 2;
          label(line, margin, x, y, row * cells + column, text, unread);
        }
      }
    }
    hideBeyond(luma, left, top, cell, text, unread);
    return new TileSet.Tile(pixels, text, unread);
  }

  private static void label(
      TrainingPhoto.Line line, int margin, int x, int y, int at, byte[] text, byte[] unread) {
    boolean inside = x >= line.left() && x < line.right() && y >= line.top() && y < line.bottom();
    boolean near =
        x >= line.left() - margin
            && x < line.right() + margin
            && y >= line.top() - margin
            && y < line.bottom() + margin;
    if (inside) {
      text[at] = 1;
      if (!Double.isNaN(line.unread())) {
        unread[at] = (byte) Math.round(254 * line.unread());
      }
    } else if (near && text[at] == 0) {
      text[at] = (byte) TileSet.UNKNOWN;
    }
  }

  private static void hideBeyond(
      LumaPlane luma, int left, int top, int cell, byte[] text, byte[] unread) {
    for (int row = 0; row < TileSet.CELLS; row++) {
      for (int column = 0; column < TileSet.CELLS; column++) {
        boolean beyond =
            left + (column + 1) * cell > luma.width() || top + (row + 1) * cell > luma.height();
        if (beyond) {
          text[row * TileSet.CELLS + column] = 0;
          unread[row * TileSet.CELLS + column] = (byte) TileSet.UNKNOWN;
        }
      }
    }
  }
}
