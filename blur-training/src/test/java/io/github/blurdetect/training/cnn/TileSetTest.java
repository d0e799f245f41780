package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileSetTest {
  @TempDir Path folder;

  static TileSet.Tile random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] pixels = new byte[TileSet.SIDE * TileSet.SIDE];
    byte[] text = new byte[TileSet.CELLS * TileSet.CELLS];
    byte[] unread = new byte[text.length];
    random.nextBytes(pixels);
    random.nextBytes(text);
    random.nextBytes(unread);
    return new TileSet.Tile(pixels, text, unread);
  }

  @Test
  void read_writtenTiles_givesThemBack() throws IOException {
    Path file = folder.resolve("a.tiles");
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      for (int i = 0; i < 5; i++) {
        out.add(random(i), "page" + i / 2);
      }
      assertThat(file).doesNotExist();
    }
    TileSet tiles = TileSet.open(file);
    assertThat(tiles.size()).isEqualTo(5);
    for (int i : new int[] {4, 0, 3, 1, 2}) {
      assertThat(tiles.group(i)).isEqualTo("page" + i / 2);
      assertThat(tiles.read(i).pixels()).isEqualTo(random(i).pixels());
      assertThat(tiles.read(i).text()).isEqualTo(random(i).text());
      assertThat(tiles.read(i).unread()).isEqualTo(random(i).unread());
    }
  }

  @Test
  void open_cutOffFile_saysExpectedAndFound() throws IOException {
    Path file = folder.resolve("a.tiles");
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      out.add(random(1), "page");
    }
    Files.write(file, new byte[100]);
    assertThatThrownBy(() -> TileSet.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has 100 bytes, expected 26400");
  }

  @Test
  void turn_fourQuarters_isIdentityAndMovesCornersInOrder() {
    byte[] square = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    byte[] now = square;
    for (int i = 0; i < 4; i++) {
      now = Augmenter.turn(now, 3, 1);
    }
    assertThat(now).isEqualTo(square);
    assertThat(Augmenter.turn(square, 3, 0)).isEqualTo(square);
    assertThat(Augmenter.turn(square, 3, 2)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(Augmenter.turn(square, 3, 4)).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
    for (int turn = 0; turn < 8; turn++) {
      assertThat(Augmenter.turn(square, 3, turn)).containsExactlyInAnyOrder(square);
    }
  }

  @Test
  void apply_plain_cutsTheMiddle() {
    TileSet.Tile tile = random(7);
    TileSet.Tile crop = new Augmenter(128, false).apply(tile, new SplittableRandom(1));
    assertThat(crop.pixels()).hasSize(128 * 128);
    assertThat(crop.pixels()[0]).isEqualTo(tile.pixels()[16 * TileSet.SIDE + 16]);
    assertThat(crop.text()[0]).isEqualTo(tile.text()[2 * TileSet.CELLS + 2]);
  }

  @Test
  void apply_varied_labelsFollowThePixels() {
    // The left half is black and holds print, the right half white without; whatever is done to
    // the tile, print stays where it is dark.
    byte[] pixels = new byte[TileSet.SIDE * TileSet.SIDE];
    byte[] text = new byte[TileSet.CELLS * TileSet.CELLS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % TileSet.SIDE < 80 ? 20 : 230);
    }
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (i % TileSet.CELLS < 10 ? 1 : 0);
    }
    TileSet.Tile tile = new TileSet.Tile(pixels, text, text.clone());
    Augmenter augmenter = new Augmenter(96, true);
    SplittableRandom random = new SplittableRandom(3);
    int cells = augmenter.cells();
    int wrong = 0;
    int all = 0;
    for (int round = 0; round < 200; round++) {
      TileSet.Tile crop = augmenter.apply(tile, random);
      double sum = 0;
      for (byte level : crop.pixels()) {
        sum += level & 0xFF;
      }
      double middle = sum / crop.pixels().length;
      for (int cell = 0; cell < cells * cells; cell++) {
        int x = cell % cells * TileSet.CELL + 4;
        int y = cell / cells * TileSet.CELL + 4;
        boolean dark = (crop.pixels()[y * 96 + x] & 0xFF) < middle;
        wrong += dark == (crop.text()[cell] == 1) ? 0 : 1;
        all++;
      }
    }
    assertThat((double) wrong / all).isLessThan(0.02);
  }

  @Test
  void of_tiles_weighsUnknownCellsNothing() {
    byte[] pixels = new byte[64];
    pixels[0] = (byte) 255;
    byte[] text = {1};
    byte[] unknown = {(byte) TileSet.UNKNOWN};
    Batch known = Batch.of(java.util.List.of(new TileSet.Tile(pixels, text, new byte[] {127})));
    assertThat(known.pixels()[0]).isEqualTo(1f);
    assertThat(known.unread()[0]).isEqualTo(0.5f);
    assertThat(known.unreadWeight()[0]).isEqualTo(0.25f);
    Batch hidden = Batch.of(java.util.List.of(new TileSet.Tile(pixels, unknown, unknown)));
    assertThat(hidden.textWeight()[0]).isZero();
    assertThat(hidden.unreadWeight()[0]).isZero();
    assertThat(hidden.shares()[0]).isNaN();
  }
}
