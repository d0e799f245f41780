package io.github.blurdetect.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.image.ImageDecoder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCnnVerbTest {
  private static final int IMAGES = 40;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Blur.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  /** Draws words of slanted and upright strokes, 12 pixels high. */
  private static BufferedImage page(long seed) {
    BufferedImage image = new BufferedImage(360, 280, BufferedImage.TYPE_BYTE_GRAY);
    SplittableRandom random = new SplittableRandom(seed);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(230, 230, 230));
    g.fillRect(0, 0, 360, 280);
    g.setColor(new Color(30, 30, 30));
    g.setStroke(new BasicStroke(2));
    for (int y = 20; y < 260; y += 26) {
      int x = 15;
      while (x < 330) {
        for (int i = random.nextInt(3, 8); i > 0 && x < 340; i--, x += 9) {
          g.drawLine(x, y + 12, x + random.nextInt(7), y);
          g.drawOval(x, y + 5, 5, 7);
        }
        x += 10;
      }
    }
    g.dispose();
    return image;
  }

  private static BufferedImage blurred(BufferedImage page) {
    float[] weights = new float[11 * 11];
    Arrays.fill(weights, 1f / weights.length);
    return new ConvolveOp(new Kernel(11, 11, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(page, null);
  }

  private Path photos() throws IOException {
    Path root = folder.resolve("Train");
    for (int i = 0; i < IMAGES; i++) {
      boolean blurred = i % 2 == 1;
      Path to = root.resolve(blurred ? "Bad_License" : "Good_License");
      Files.createDirectories(to);
      BufferedImage page = page(i / 4);
      ImageIO.write(
          blurred ? blurred(page) : page, "png", to.resolve(i / 4 + "_" + i + ".png").toFile());
    }
    return root;
  }

  @Test
  @Tag("slow")
  void trainCnn_fortyImages_givesAModelThatTellsThemApart() throws IOException {
    Path photos = photos();
    Path output = folder.resolve("out");
    String[] command = {
      "train_cnn",
      photos.toString(),
      "--out",
      output.toString(),
      "--cache",
      folder.resolve("cache").toString(),
      "--topology",
      "tiny",
      "--epochs",
      "4",
      "--steps",
      "25",
      "--batch",
      "8",
      "--crop",
      "64",
      "--tiles",
      "6",
      "--synthetic",
      "0",
      "--learning-rate",
      "0.005",
      "--holdout",
      "0.3"
    };
    assertThat(run(command)).as(err.toString()).isEqualTo(ExitCodes.OK);
    assertThat(err.toString()).contains("training tiny on", "round 4: loss", "pooling fitted to");
    assertThat(out.toString().strip()).isEqualTo(output.resolve("cnn.onnx").toString());
    // 40 photos of 10 pages, 3 of them held out.
    assertThat(Files.readAllLines(output.resolve("held-out.txt"))).hasSize(3).isSorted();
    for (String model : new String[] {"cnn.onnx", "cnn-int8.onnx"}) {
      check(output.resolve(model));
    }

    // Once more: nothing is left to do but to write the model.
    StringWriter before = new StringWriter().append(err.toString());
    assertThat(run(command)).isEqualTo(ExitCodes.OK);
    assertThat(err.toString().substring(before.toString().length())).doesNotContain("round 1");
  }

  private static void check(Path model) throws IOException {
    ScorerOptions options = ScorerOptions.defaults().withModel(model);
    try (CnnScorer scorer = CnnScorer.create(options)) {
      assertThat(scorer.model().info().metadata())
          .containsEntry("topology", "tiny")
          .containsKeys("pool_bias", "training_data", "seed", "git_commit", "labels");
      Path fresh = model.resolveSibling("fresh.png");
      double sharp = 0;
      double soft = 0;
      for (int seed = 100; seed < 104; seed++) {
        ImageIO.write(page(seed), "png", fresh.toFile());
        sharp += scorer.score(ImageDecoder.defaults().decode(fresh)).blurriness();
        ImageIO.write(blurred(page(seed)), "png", fresh.toFile());
        soft += scorer.score(ImageDecoder.defaults().decode(fresh)).blurriness();
      }
      assertThat(soft).as(model.toString()).isGreaterThan(sharp + 1);
    }
  }

  @Test
  void trainCnn_unknownTopology_isBadUsage() {
    assertThat(run("train_cnn", "x", "--topology", "huge")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("topology is 'huge', expected compact, reference");
  }

  @Test
  void modelExport_checkpointOfAnotherKind_failsWithOneLine() throws IOException {
    Path file = Files.write(folder.resolve("x.ckpt"), new byte[20]);
    assertThat(run("model", "export", file.toString(), folder.resolve("y.onnx").toString()))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("not a training checkpoint").doesNotContain("\tat ");
    assertThat(folder.resolve("y.onnx")).doesNotExist();
  }
}
