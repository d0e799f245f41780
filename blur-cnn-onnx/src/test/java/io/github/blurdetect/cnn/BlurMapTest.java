package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.ScorerOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlurMapTest {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  @TempDir Path folder;

  private static CnnScorer scorer;

  @BeforeAll
  static void open() {
    scorer = CnnScorer.create(ScorerOptions.defaults());
  }

  @AfterAll
  static void close() {
    scorer.close();
  }

  private static BlurImage halfBlurred() {
    byte[] page = DrawnPage.draw(WIDTH, HEIGHT, 3);
    byte[] half = DrawnPage.blur(page, WIDTH, HEIGHT, 8, WIDTH / 2, WIDTH);
    return BlurImage.grey(half, WIDTH, HEIGHT);
  }

  @Test
  void of_halfBlurredPage_respondsInTheBlurredHalf() {
    BlurMap map = BlurMap.of(scorer.model(), halfBlurred());
    double sharp = map.mean(0, 0, WIDTH / 2, HEIGHT);
    double blurred = map.mean(WIDTH / 2, 0, WIDTH, HEIGHT);
    assertThat(blurred).isGreaterThan(sharp + 0.3);
    BlurMap.Region largest = map.regions().get(0);
    assertThat((largest.left() + largest.right()) / 2).isGreaterThan(WIDTH / 2);
  }

  @Test
  void of_oddSize_coversTheWholePhoto() {
    BlurMap map = BlurMap.of(scorer.model(), DrawnPage.sharp(613, 211));
    assertThat(map.columns() * map.cell()).isGreaterThanOrEqualTo(613);
    assertThat((map.columns() - 1) * map.cell()).isLessThan(613);
    assertThat(map.rows() * map.cell()).isGreaterThanOrEqualTo(211);
    for (int row = 0; row < map.rows(); row++) {
      for (int column = 0; column < map.columns(); column++) {
        assertThat(map.unread(column, row)).isBetween(0f, 1f);
        assertThat(map.text(column, row)).isBetween(0f, 1f);
      }
    }
  }

  @Test
  void of_referenceModel_worksOnRgb() {
    byte[] rgb = new byte[3 * 70 * 50];
    try (CnnScorer reference = CnnScorer.createReference(1)) {
      BlurMap map = BlurMap.of(reference.model(), BlurImage.rgb(rgb, 70, 50));
      assertThat(map.columns()).isEqualTo(9);
      assertThat(map.rows()).isEqualTo(7);
      assertThat(map.text(8, 6)).isEqualTo(1f);
    }
  }

  @Test
  void of_tinyImage_isRefused() {
    assertThatThrownBy(() -> BlurMap.of(scorer.model(), BlurImage.grey(new byte[70], 10, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("image is 10 x 7, expected at least 8 x 8");
  }

  @Test
  void write_halfBlurredPage_makesPictureAndRegions() throws IOException {
    BlurImage image = halfBlurred();
    BlurMap map = BlurMap.of(scorer.model(), image);
    BlurMapFiles.write(image, map, folder.resolve("new"), "page");
    BufferedImage picture = ImageIO.read(folder.resolve("new/page.map.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(WIDTH);
    assertThat(picture.getHeight()).isEqualTo(HEIGHT);
    BlurMap.Region region = map.regions().get(0);
    int red = 0;
    int green = 0;
    for (int y = region.top(); y < region.bottom(); y++) {
      for (int x = region.left(); x < region.right(); x++) {
        red += picture.getRGB(x, y) >> 16 & 0xFF;
        green += picture.getRGB(x, y) >> 8 & 0xFF;
      }
    }
    assertThat(red).isGreaterThan(green);
    String json = Files.readString(folder.resolve("new/page.map.json"));
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    assertThat(object.get("width").getAsInt()).isEqualTo(WIDTH);
    JsonObject first = object.getAsJsonArray("regions").get(0).getAsJsonObject();
    assertThat(first.get("left").getAsInt()).isEqualTo(region.left());
    assertThat(first.get("unread").getAsDouble()).isGreaterThan(0.5);
  }

  @Test
  void writePng_otherSize_isRefused() {
    BlurMap map = BlurMap.of(scorer.model(), DrawnPage.sharp(200, 100));
    BlurImage other = BlurImage.grey(new byte[100], 10, 10);
    assertThatThrownBy(() -> BlurMapFiles.writePng(other, map, folder.resolve("x.png")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("image is 10 x 10, expected 200 x 100 as the map");
  }
}
