package io.github.blurdetect.training.cnn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** Draws losses and validation F1 and precision against rounds. */
final class LearningCurve {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final int MARGIN = 50;
  private static final int PANEL = (WIDTH - 3 * MARGIN) / 2;

  private LearningCurve() {}

  static void write(Path file, List<EpochRecord> records) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, WIDTH, HEIGHT);
      double highest =
          records.stream()
              .mapToDouble(r -> Math.max(r.trainLoss(), r.validationLoss()))
              .max()
              .orElse(1);
      panel(g, MARGIN, "loss", 0, highest);
      curve(g, MARGIN, records, EpochRecord::trainLoss, 0, highest, 0, "training");
      curve(g, MARGIN, records, EpochRecord::validationLoss, 0, highest, 1, "validation");
      int right = 2 * MARGIN + PANEL;
      panel(g, right, "held-out crops", 0.5, 1);
      curve(g, right, records, EpochRecord::f1, 0.5, 1, 0, "F1");
      curve(g, right, records, EpochRecord::precision, 0.5, 1, 1, "precision");
    } finally {
      g.dispose();
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("no PNG writer in this JDK: " + file);
    }
  }

  private static void panel(Graphics2D g, int left, String title, double low, double high) {
    int bottom = HEIGHT - MARGIN;
    g.setColor(Color.BLACK);
    g.drawString(title, left, MARGIN - 12);
    for (int i = 0; i <= 5; i++) {
      int y = bottom - i * (bottom - MARGIN) / 5;
      g.setColor(new Color(225, 225, 225));
      g.drawLine(left, y, left + PANEL, y);
      g.setColor(Color.DARK_GRAY);
      g.drawString(
          String.format(Locale.ROOT, "%.2f", low + i * (high - low) / 5), left - 34, y + 4);
    }
    g.drawString("round", left + PANEL - 34, bottom + 20);
  }

  private static void curve(
      Graphics2D g,
      int left,
      List<EpochRecord> records,
      ToDoubleFunction<EpochRecord> value,
      double low,
      double high,
      int index,
      String name) {
    int bottom = HEIGHT - MARGIN;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < records.size(); i++) {
      double share = (value.applyAsDouble(records.get(i)) - low) / Math.max(1e-9, high - low);
      double x = left + (records.size() == 1 ? 0 : (double) i * PANEL / (records.size() - 1));
      double y = bottom - Math.max(0, Math.min(1, share)) * (bottom - MARGIN);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.setColor(index == 0 ? new Color(31, 90, 170) : new Color(200, 90, 20));
    g.setStroke(new BasicStroke(2));
    g.draw(path);
    g.drawString(name, left + PANEL - 70, MARGIN - 12 + 14 * index);
  }
}
