package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMapsVerbTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 560;

  @TempDir Path folder;

  private void page(String name) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SERIF, Font.PLAIN, 22));
    for (int y = 40; y < HEIGHT - 20; y += 34) {
      g.drawString("Certificate of registration no. " + y * 7919 + ", held by the bearer", 25, y);
    }
    g.dispose();
    ImageIO.write(image, "png", folder.resolve(name).toFile());
  }

  @Test
  void checkMaps_pages_findsTheBlurredHalfOfEach() throws IOException {
    page("a.png");
    page("b.png");
    Path maps = folder.resolve("maps");
    CliRun run =
        CliRun.of("check_maps", folder.toString(), "--count", "6", "--map", maps.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCodes.OK);
    assertThat(run.out())
        .contains("responds more strongly on 6 of 6 pages: 100.0 % (95 % interval 54.1 to 100.0)");
    double difference = Double.parseDouble(run.out().replaceAll("(?s).*by ([0-9.]+) on.*", "$1"));
    assertThat(difference).isGreaterThan(0.3);
    try (var files = Files.list(maps)) {
      assertThat(files.filter(f -> f.toString().endsWith(".map.png"))).hasSize(6);
    }
    // The map is of the photo: one half of it is what the page was, the other is not.
    BufferedImage map = ImageIO.read(maps.resolve("a.png-0.map.png").toFile());
    assertThat(map.getWidth()).isEqualTo(WIDTH);
    assertThat(CliRun.of("check_maps", folder.toString(), "--count", "6").out())
        .as("the same seed")
        .isEqualTo(run.out());
    assertThat(CliRun.of("check_maps", folder.toString(), "--count", "6", "--seed", "2").out())
        .isNotEqualTo(run.out());
  }

  @Test
  void checkMaps_brokenPageOrBlankPage_isNotCounted() throws IOException {
    page("a.png");
    Files.write(folder.resolve("b.png"), new byte[3]);
    BufferedImage blank = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(blank, "png", folder.resolve("c.png").toFile());
    CliRun run = CliRun.of("check_maps", folder.toString(), "--count", "3");
    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("b.png");
    assertThat(run.out()).contains(" of 1 pages");
  }

  @Test
  void checkMaps_badUsage_isSaid() throws IOException {
    page("a.png");
    CliRun run = CliRun.of("check_maps", folder.toString(), "--count", "0");
    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("--count is 0, expected at least 1");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CliRun none = CliRun.of("check_maps", empty.toString());
    assertThat(none.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(none.err()).contains("no images in");
  }
}
