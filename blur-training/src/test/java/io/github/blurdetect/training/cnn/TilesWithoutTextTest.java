package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesWithoutTextTest {
  private static final int SIDE = 1600;

  @TempDir Path folder;

  /** Blank but for some lines of print in one corner, which the locator finds. */
  private void picture(String name) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, SIDE, SIDE);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 20));
    for (int y = 1400; y < 1580; y += 28) {
      g.drawString("what the locator takes for text", 1300, y);
    }
    g.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  @Test
  void listWithoutText_photosOfOneScene_shareAGroup() throws IOException {
    picture("1_PHONE_S.png");
    picture("1_PHONE_F.png");
    picture("plain.png");
    assertThat(TrainingPhotos.listWithoutText(folder))
        .extracting(TrainingPhoto::group)
        .containsExactly("no-text-1_PHONE", "no-text-1_PHONE", "no-text-plain");
  }

  @Test
  void add_imageWithoutPrint_takesHalfTheTilesWhereTheLocatorErrs() throws IOException {
    picture("a_1.png");
    Path file = folder.resolve("a.tiles");
    try (TileSet.Writer out = new TileSet.Writer(file)) {
      new TileSetBuilder(0, 12, 1).add(TrainingPhotos.listWithoutText(folder).get(0), out);
    }
    TileSet tiles = TileSet.open(file);
    assertThat(tiles.size()).isEqualTo(12);
    int inked = 0;
    for (int i = 0; i < tiles.size(); i++) {
      TileSet.Tile tile = tiles.read(i);
      assertThat(tile.text()).as("no print").containsOnly(0);
      assertThat(tile.unread()).as("nothing known").containsOnly(TileSet.UNKNOWN);
      int least = 255;
      for (byte pixel : tile.pixels()) {
        least = Math.min(least, pixel & 0xFF);
      }
      inked += least < 150 ? 1 : 0;
    }
    // The corner is a twentieth of the picture: few of the tiles taken anywhere meet it.
    assertThat(inked).isBetween(6, 9);
  }
}
