package io.github.blurdetect.cnn.internal;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.cnn.TileCutter;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextTile;
import java.util.ArrayList;
import java.util.List;

/**
 * The tiles of a photo that the network sees: the richest in text, at text scale; where no text was
 * found, a grid over the whole photo, for the network to say whether there is any.
 */
public final class PhotoTiles {
  /** Columns and rows of a tile as the network sees it. */
  public static final int SIDE = 128;

  /** The most tiles of a photo. */
  public static final int MOST = 12;

  /** The most tiles of a grid. */
  private static final int MOST_GRID = 24;

  private record Place(int left, int top, int factor) {}

  private final LumaPlane luma;
  private final List<Place> places;

  private PhotoTiles(LumaPlane luma, List<Place> places) {
    this.luma = luma;
    this.places = places;
  }

  /**
   * Chooses tiles.
   *
   * @param luma the photo
   * @param layout its text
   * @return at least one tile
   */
  public static PhotoTiles of(LumaPlane luma, TextLayout layout) {
    List<Place> places = new ArrayList<>();
    if (layout.hasText()) {
      for (TextTile tile : layout.tiles(SIDE, MOST)) {
        places.add(new Place(tile.left(), tile.top(), (int) Math.round(1 / tile.scale())));
      }
    }
    return places.isEmpty() ? grid(luma) : new PhotoTiles(luma, places);
  }

  /**
   * Lays a grid over a photo whose text was not found where it was looked for.
   *
   * @param luma the photo
   * @return at least one tile, at the finest scale at which a grid covers the photo, or at a
   *     quarter
   */
  public static PhotoTiles grid(LumaPlane luma) {
    return new PhotoTiles(luma, gridPlaces(luma));
  }

  private static List<Place> gridPlaces(LumaPlane luma) {
    int factor = 1;
    while (factor < 4 && cells(luma.width(), factor) * cells(luma.height(), factor) > MOST_GRID) {
      factor *= 2;
    }
    // Of a very large photo the grid sees a part, evenly spread, in the photo's proportions.
    int columns = cells(luma.width(), factor);
    int rows = cells(luma.height(), factor);
    while (columns * rows > MOST_GRID) {
      if (columns >= rows) {
        columns--;
      } else {
        rows--;
      }
    }
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        places.add(
            new Place(
                spread(column, columns, luma.width(), factor),
                spread(row, rows, luma.height(), factor),
                factor));
      }
    }
    return places;
  }

  private static int cells(int length, int factor) {
    int reach = SIDE * factor;
    return (length + reach - 1) / reach;
  }

  private static int spread(int index, int count, int length, int factor) {
    int free = Math.max(0, length - SIDE * factor);
    return count == 1 ? free / 2 : (int) ((long) free * index / (count - 1));
  }

  /**
   * Returns the number of tiles.
   *
   * @return 1 to {@value #MOST}, or to 24 for a grid
   */
  public int count() {
    return places.size();
  }

  /**
   * Cuts the tiles out.
   *
   * @param channels 1, or 3 for the same brightness in each
   * @param channelsLast order of a tile's bytes
   * @return {@code count() * SIDE * SIDE * channels} bytes
   */
  public byte[] pixels(int channels, boolean channelsLast) {
    int area = SIDE * SIDE;
    byte[] grey = new byte[count() * area];
    for (int i = 0; i < count(); i++) {
      Place place = places.get(i);
      TileCutter.cut(luma, place.left(), place.top(), SIDE, place.factor(), grey, i * area);
    }
    return channels == 1 ? grey : replicate(grey, area, channels, channelsLast);
  }

  /**
   * Repeats each grey image once a channel.
   *
   * @param grey images of {@code area} pixels
   * @param area pixels an image
   * @param channels how often
   * @param channelsLast whether a pixel's channels lie side by side
   * @return {@code channels} times as many bytes
   */
  public static byte[] replicate(byte[] grey, int area, int channels, boolean channelsLast) {
    byte[] out = new byte[grey.length * channels];
    for (int i = 0; i < grey.length; i++) {
      int image = i / area;
      int pixel = i % area;
      for (int c = 0; c < channels; c++) {
        int at = channelsLast ? i * channels + c : (image * channels + c) * area + pixel;
        out[at] = grey[i];
      }
    }
    return out;
  }
}
