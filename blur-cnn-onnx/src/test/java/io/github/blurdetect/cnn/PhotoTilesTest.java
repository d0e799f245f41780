package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.cnn.internal.PhotoTiles;
import io.github.blurdetect.features.TextLayout;
import io.github.blurdetect.features.TextLine;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoTilesTest {
  private static final int SIDE = PhotoTiles.SIDE;

  /** An image of a slope, whose brightness tells the column; of its pixels only parts are had. */
  private static BlurImage slope(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % width / 8);
    }
    LumaPlane plane = new LumaPlane(pixels, width, height, width);
    return BlurImage.halved(
        plane.halved(),
        width,
        height,
        () -> {
          throw new AssertionError("asked for all pixels");
        },
        plane::part);
  }

  @ParameterizedTest
  @CsvSource({"10,0", "20,1", "40,2"})
  void pixels_ofPrint_areSeenAfterAsManyHalvingsAsItsSizeAsks(int xHeight, int halvings) {
    TextLine line = new TextLine(1024, 1024, 1024 + 640, 1024 + 40, xHeight, false, 100);
    TextLayout layout = new TextLayout(2000, 2000, List.of(line), xHeight, false, 1);
    PhotoTiles tiles = PhotoTiles.of(slope(2000, 2000), layout);
    byte[] pixels = tiles.pixels(1, false);
    assertThat(pixels).hasSize(tiles.count() * SIDE * SIDE);
    int across = (pixels[SIDE - 1] & 0xFF) - (pixels[0] & 0xFF);
    assertThat(across).isBetween((SIDE << halvings) / 8 - 1, (SIDE << halvings) / 8);
    int left = layout.tiles(SIDE, 1).get(0).left();
    assertThat(pixels[0] & 0xFF).isEqualTo(left / 8);
  }

  @Test
  void grid_ofLargePhoto_needsItsHalvesAtMost() {
    PhotoTiles tiles = PhotoTiles.grid(slope(1600, 1200));
    assertThat(tiles.count()).isEqualTo(12);
    assertThat(tiles.pixels(1, false)).hasSize(12 * SIDE * SIDE);
  }

  @Test
  void firstAndAfter_ofTiles_areAllInTheirOrder() {
    PhotoTiles tiles = PhotoTiles.grid(slope(1600, 1200));
    for (int first : new int[] {0, 5, 12, 20}) {
      byte[] one = tiles.first(first).pixels(1, false);
      byte[] two = tiles.after(first).pixels(1, false);
      assertThat(tiles.first(first).count()).isEqualTo(Math.min(first, 12));
      assertThat(tiles.after(first).count()).isEqualTo(Math.max(0, 12 - first));
      byte[] all = Arrays.copyOf(one, one.length + two.length);
      System.arraycopy(two, 0, all, one.length, two.length);
      assertThat(all).isEqualTo(tiles.pixels(1, false));
    }
  }

  @Test
  void pixels_ofTileBeyondThePhoto_repeatItsBorders() {
    byte[] data = new byte[90 * 200];
    new SplittableRandom(5).nextBytes(data);
    LumaPlane plane = new LumaPlane(data, 90, 200, 90);
    TextLine line = new TextLine(10, 150, 80, 160, 5, false, 100);
    TextLayout layout = new TextLayout(90, 200, List.of(line), 5, false, 1);
    int top = layout.tiles(SIDE, 1).get(0).top();
    byte[] pixels = PhotoTiles.of(BlurImage.grey(data, 90, 200), layout).pixels(1, false);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int expected = plane.get(Math.min(89, i % SIDE), Math.min(199, top + i / SIDE));
      assertThat(pixels[i] & 0xFF).isEqualTo(expected);
    }
  }
}
