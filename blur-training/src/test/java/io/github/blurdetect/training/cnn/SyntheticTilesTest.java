package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTilesTest {
  @TempDir Path folder;

  private TileSet draw(String name, int count) throws IOException {
    Path file = folder.resolve(name);
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      SyntheticTiles.add(count, 1, out);
    }
    return TileSet.open(file);
  }

  @Test
  void add_everySecondTile_holdsNoPrint() throws IOException {
    TileSet tiles = draw("a.tiles", 120);
    Set<String> groups = new HashSet<>();
    for (int i = 0; i < tiles.size(); i++) {
      TileSet.Tile tile = tiles.read(i);
      groups.add(tiles.group(i));
      if (i % 2 == 0) {
        assertThat(tile.text()).as("strokes %d", i).contains(1);
      } else {
        assertThat(tile.text()).as("ground %d", i).containsOnly(0);
        assertThat(tile.unread()).containsOnly(TileSet.UNKNOWN);
      }
    }
    assertThat(groups).hasSize(40);
  }

  @Test
  void add_grounds_areOfManyKinds() throws IOException {
    TileSet tiles = draw("a.tiles", 240);
    int busy = 0;
    int calm = 0;
    for (int i = 1; i < tiles.size(); i += 2) {
      double contrast = deviation(tiles.read(i).pixels());
      busy += contrast > 25 ? 1 : 0;
      calm += contrast < 8 ? 1 : 0;
    }
    assertThat(busy).isGreaterThan(15);
    assertThat(calm).isGreaterThan(15);
  }

  @Test
  void add_sameSeed_drawsTheSame() throws IOException {
    TileSet first = draw("a.tiles", 60);
    TileSet second = draw("b.tiles", 60);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.read(i).pixels()).isEqualTo(second.read(i).pixels());
      assertThat(first.read(i).unread()).isEqualTo(second.read(i).unread());
    }
  }

  private static double deviation(byte[] pixels) {
    double sum = 0;
    double square = 0;
    for (byte pixel : pixels) {
      sum += pixel & 0xFF;
      square += (pixel & 0xFF) * (pixel & 0xFF);
    }
    double mean = sum / pixels.length;
    return Math.sqrt(square / pixels.length - mean * mean);
  }
}
