package io.github.blurdetect.cnn.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.cnn.TileCutter;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextTile;
import java.util.ArrayList;
import java.util.List;

/**
 * The tiles of a photo that the network sees: rich in text and far apart, at text scale; where no
 * text was found, a grid over the whole photo, for the network to say whether there is any.
 */
public final class PhotoTiles {
  /** Columns and rows of a tile as the network sees it. */
  public static final int SIDE = 128;

  /** The most tiles of a photo. */
  public static final int MOST = 12;

  /** As many tiles do where they leave no doubt. */
  public static final int FIRST = 6;

  /** The most tiles of a grid. */
  private static final int MOST_GRID = 24;

  /** A tile's first column and row, pixels of the photo, and after how many halvings it is seen. */
  private record Place(int left, int top, int halvings) {}

  private final BlurImage image;
  private final List<Place> places;

  private PhotoTiles(BlurImage image, List<Place> places) {
    this.image = image;
    this.places = places;
  }

  /**
   * Chooses tiles.
   *
   * @param image the photo
   * @param layout its text
   * @return at least one tile
   */
  public static PhotoTiles of(BlurImage image, TextLayout layout) {
    List<Place> places = new ArrayList<>();
    if (layout.hasText()) {
      for (TextTile tile : layout.tiles(SIDE, MOST)) {
        places.add(new Place(tile.left(), tile.top(), -Math.getExponent(tile.scale())));
      }
    }
    return places.isEmpty() ? grid(image) : new PhotoTiles(image, places);
  }

  /**
   * Lays a grid over a photo whose text was not found where it was looked for.
   *
   * @param image the photo
   * @return at least one tile, at the finest scale at which a grid covers the photo, or at a
   *     quarter
   */
  public static PhotoTiles grid(BlurImage image) {
    return new PhotoTiles(image, gridPlaces(image));
  }

  private static List<Place> gridPlaces(BlurImage image) {
    int halvings = 0;
    while (halvings < 2
        && cells(image.width(), halvings) * cells(image.height(), halvings) > MOST_GRID) {
      halvings++;
    }
    // Of a very large photo the grid sees a part, evenly spread, in the photo's proportions.
    int columns = cells(image.width(), halvings);
    int rows = cells(image.height(), halvings);
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
                spread(column, columns, image.width(), halvings),
                spread(row, rows, image.height(), halvings),
                halvings));
      }
    }
    return places;
  }

  private static int cells(int length, int halvings) {
    int reach = SIDE << halvings;
    return (length + reach - 1) / reach;
  }

  private static int spread(int index, int count, int length, int halvings) {
    int free = Math.max(0, length - (SIDE << halvings));
    return count == 1 ? free / 2 : (int) ((long) free * index / (count - 1));
  }

  /**
   * Returns the first tiles, which tell most.
   *
   * @param most of them
   * @return so many of these tiles, or all
   */
  public PhotoTiles first(int most) {
    return new PhotoTiles(image, places.subList(0, Math.min(most, places.size())));
  }

  /**
   * Returns the other tiles.
   *
   * @param first tiles left out
   * @return these tiles without the first, if any are left
   */
  public PhotoTiles after(int first) {
    return new PhotoTiles(image, places.subList(Math.min(first, places.size()), places.size()));
  }

  /**
   * Returns the number of tiles.
   *
   * @return up to {@value #MOST}, or to 24 for a grid
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
      cut(places.get(i), grey, i * area);
    }
    return channels == 1 ? grey : replicate(grey, area, channels, channelsLast);
  }

  /** Cuts a tile; of the finest plane no more is decoded than it shows. */
  private void cut(Place place, byte[] out, int offset) {
    int halvings = place.halvings();
    if (halvings == 0) {
      int width = Math.min(SIDE, image.width() - place.left());
      int height = Math.min(SIDE, image.height() - place.top());
      LumaPlane part = image.lumaPart(place.left(), place.top(), width, height);
      TileCutter.cut(part, 0, 0, SIDE, 1, out, offset);
    } else {
      LumaPlane plane = image.halvedLuma(halvings);
      TileCutter.cut(
          plane, place.left() >> halvings, place.top() >> halvings, SIDE, 1, out, offset);
    }
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
