package com.example.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.BlurDetector;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoCheckTest {
  @TempDir Path folder;

  @Test
  void main_blankPaper_hasNoTextAndIsNotRefused() throws IOException {
    BufferedImage paper = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 640, 480);
    graphics.dispose();
    Path photo = folder.resolve("paper.png");
    ImageIO.write(paper, "png", photo.toFile());

    assertThat(outputOf(photo.toString())).startsWith(photo + ": taken, NO_TEXT");
  }

  @Test
  void main_missingOrBroken_isSaidAndTheRestChecked() throws IOException {
    Path broken = Files.write(folder.resolve("broken.jpg"), new byte[10]);

    assertThat(outputOf(folder.resolve("none.jpg").toString(), broken.toString()).lines())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("not an image we can read, NOT_FOUND");
  }

  @Test
  void check_samples_bothVerdictsOccur() throws IOException {
    Path samples = Path.of("../../data/samples");
    assumeTrue(Files.isDirectory(samples), "needs " + samples);
    try (BlurDetector detector = BlurDetector.createDefault();
        Stream<Path> files = Files.walk(samples)) {
      List<String> answers =
          files
              .filter(file -> file.toString().endsWith(".jpg"))
              .map(file -> PhotoCheck.check(detector, file))
              .toList();

      assertThat(answers).anyMatch(answer -> answer.startsWith("taken, CLEAR"));
      assertThat(answers).anyMatch(answer -> answer.startsWith("please take it again, BLURRED"));
    }
  }

  private static String outputOf(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      PhotoCheck.main(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
