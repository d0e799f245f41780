package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.simulate.internal.ValueNoise;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.SplittableRandom;

/**
 * Lays ink on paper: unevenly, as a hand presses now more and now less and ink runs dry; a pencil
 * catches only the paper's tooth.
 */
final class Pen {

  private static final double PENCIL_GRAIN = 1.0;

  private final Color ink;
  private final double cover;
  private final double unevenness;
  private final boolean pencil;
  private final ValueNoise pressure;

  private Pen(Color ink, double cover, double unevenness, boolean pencil, ValueNoise pressure) {
    this.ink = ink;
    this.cover = cover;
    this.unevenness = unevenness;
    this.pencil = pencil;
    this.pressure = pressure;
  }

  static Pen draw(SplittableRandom random) {
    double kind = random.nextDouble();
    boolean pencil = kind > 0.82;
    Color ink;
    if (pencil) {
      int grey = random.nextInt(50, 100);
      ink = new Color(grey, grey, grey + 4);
    } else if (kind < 0.45) {
      ink = Color.getHSBColor(random.nextFloat(0.58f, 0.70f), random.nextFloat(0.5f, 0.95f), 0.5f);
    } else if (kind < 0.74) {
      int dark = random.nextInt(5, 60);
      ink = new Color(dark, dark, dark + random.nextInt(15));
    } else {
      ink = Color.getHSBColor(random.nextBoolean() ? 0.98f : 0.4f, 0.8f, 0.55f);
    }
    double cover = pencil ? random.nextDouble(0.45, 0.8) : random.nextDouble(0.7, 1);
    return new Pen(ink, cover, random.nextDouble(0, 0.5), pencil, new ValueNoise(random));
  }

  /**
   * Fills a shape with ink.
   *
   * @param weight pixels to draw the outline broader than it is, or thinner where below 0
   * @param period pixels over which the pressure changes
   */
  void fill(BufferedImage page, Shape shape, double weight, double period) {
    Rectangle box = shape.getBounds();
    box.grow(2 + (int) Math.ceil(Math.abs(weight)), 2 + (int) Math.ceil(Math.abs(weight)));
    box = box.intersection(new Rectangle(page.getWidth(), page.getHeight()));
    if (box.isEmpty()) {
      return;
    }
    byte[] mask = mask(box, shape, weight);
    int[] row = new int[box.width];
    for (int y = 0; y < box.height; y++) {
      page.getRaster().getDataElements(box.x, box.y + y, box.width, 1, row);
      for (int x = 0; x < box.width; x++) {
        int covered = mask[y * box.width + x] & 0xFF;
        if (covered > 0) {
          row[x] = blend(row[x], covered / 255.0 * opacity(box.x + x, box.y + y, period));
        }
      }
      page.getRaster().setDataElements(box.x, box.y + y, box.width, 1, row);
    }
  }

  private static byte[] mask(Rectangle box, Shape shape, double weight) {
    BufferedImage mask = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = mask.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(-box.x, -box.y);
    g.setColor(Color.WHITE);
    g.fill(shape);
    if (weight != 0) {
      g.setColor(weight > 0 ? Color.WHITE : Color.BLACK);
      g.setStroke(
          new BasicStroke((float) Math.abs(weight), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(shape);
    }
    g.dispose();
    return ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
  }

  private double opacity(int x, int y, double period) {
    double press =
        1 - unevenness * (0.5 + 0.5 * pressure.at((float) (x / period), (float) (y / period)));
    double tooth = pencil ? 1 + PENCIL_GRAIN * 0.5 * pressure.at(x * 0.47f, y * 0.53f) - 0.25 : 1;
    return Math.max(0, Math.min(1, cover * press * tooth));
  }

  private int blend(int paper, double share) {
    return blend(paper >> 16 & 0xFF, ink.getRed(), share) << 16
        | blend(paper >> 8 & 0xFF, ink.getGreen(), share) << 8
        | blend(paper & 0xFF, ink.getBlue(), share);
  }

  private static int blend(int paper, int ink, double share) {
    return (int) Math.round(paper + share * (ink - paper));
  }
}
