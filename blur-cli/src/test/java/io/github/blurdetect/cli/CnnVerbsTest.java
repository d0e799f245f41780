package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CnnVerbsTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Blur.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private Path picture(String name) throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 300, 200);
    g.setColor(Color.BLACK);
    for (int y = 20; y < 180; y += 30) {
      for (int x = 20; x < 270; x += 9) {
        g.drawLine(x, y, x + 4, y + 12);
      }
    }
    g.dispose();
    Path file =
        Files.createDirectories(folder.resolve(name).getParent())
            .resolve(folder.resolve(name).getFileName());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void score_mapFolder_holdsAPictureAndRegionsAPhoto() throws IOException {
    Path first = picture("a/page.png");
    Path second = picture("b/page.png");
    Path maps = folder.resolve("maps");
    int status =
        run(
            "score",
            "--scorer",
            "cnn",
            "--map",
            maps.toString(),
            "--jobs",
            "1",
            first.toString(),
            second.toString());
    assertThat(status).as(err.toString()).isEqualTo(ExitCodes.OK);
    for (String name : new String[] {"page.png", "page.png-2"}) {
      BufferedImage map = ImageIO.read(maps.resolve(name + ".map.png").toFile());
      assertThat(map.getWidth()).isEqualTo(300);
      assertThat(map.getHeight()).isEqualTo(200);
      String json = Files.readString(maps.resolve(name + ".map.json"));
      assertThat(JsonParser.parseString(json).getAsJsonObject().get("regions").isJsonArray())
          .isTrue();
    }
  }

  @Test
  void inspect_noModel_failsWithOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("x.onnx"), "no model");
    assertThat(run("model", "inspect", file.toString())).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("not a usable ONNX model: x.onnx").doesNotContain("\tat ");
  }

  @Test
  void testCnn_missingFolder_failsWithOneLine() {
    Path missing = folder.resolve("none");
    assertThat(run("test_cnn", missing.toString())).isNotEqualTo(ExitCodes.OK);
    assertThat(err.toString()).contains("none").doesNotContain("\tat ");
  }
}
