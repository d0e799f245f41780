package io.github.blurdetect.training.verb;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Small pages of strokes, sharp and smeared, to train on. */
final class DrawnPhotos {
  private DrawnPhotos() {}

  /** Draws words of slanted and upright strokes, 12 pixels high. */
  static BufferedImage page(long seed) {
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

  static BufferedImage blurred(BufferedImage page) {
    float[] weights = new float[11 * 11];
    Arrays.fill(weights, 1f / weights.length);
    return new ConvolveOp(new Kernel(11, 11, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(page, null);
  }

  /** Writes a labelled folder, four photos a page, half of them smeared. */
  static Path write(Path root, int images) throws IOException {
    for (int i = 0; i < images; i++) {
      boolean blurred = i % 2 == 1;
      Path to = root.resolve(blurred ? "Bad_License" : "Good_License");
      Files.createDirectories(to);
      BufferedImage page = page(i / 4);
      ImageIO.write(
          blurred ? blurred(page) : page, "png", to.resolve(i / 4 + "_" + i + ".png").toFile());
    }
    return root;
  }
}
