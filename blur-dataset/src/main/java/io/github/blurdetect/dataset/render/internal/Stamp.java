package io.github.blurdetect.dataset.render.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** A seal: a ring, the owner's name around a star. Its text is no text block: ink lies over it. */
final class Stamp {

  private Stamp() {}

  static void press(
      Sheet sheet,
      String name,
      Font font,
      double x,
      double y,
      double radius,
      RandomGenerator random) {
    Graphics2D g = (Graphics2D) sheet.graphics().create();
    g.translate(x, y);
    g.rotate(random.nextDouble(-0.5, 0.5));
    int alpha = random.nextInt(90, 190);
    Color red =
        new Color(random.nextInt(190, 235), random.nextInt(10, 50), random.nextInt(20, 60), alpha);
    g.setColor(red);
    g.setStroke(new BasicStroke((float) (radius * 0.06)));
    g.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
    g.fill(star(radius * 0.32));
    around(g, name, font.deriveFont(Font.BOLD, (float) (radius * 0.24)), radius * 0.72);
    g.dispose();
  }

  private static void around(Graphics2D g, String name, Font font, double radius) {
    GlyphVector glyphs = font.createGlyphVector(g.getFontRenderContext(), name);
    int count = glyphs.getNumGlyphs();
    double span = Math.min(1.55 * Math.PI, count * 0.42);
    for (int i = 0; i < count; i++) {
      double angle = count == 1 ? 0 : span * (i / (count - 1.0) - 0.5);
      double advance = glyphs.getGlyphMetrics(i).getAdvance();
      AffineTransform place = AffineTransform.getRotateInstance(angle);
      place.translate(-advance / 2, -radius);
      java.awt.geom.Point2D origin = glyphs.getGlyphPosition(i);
      place.translate(-origin.getX(), -origin.getY());
      g.fill(place.createTransformedShape(glyphs.getGlyphOutline(i)));
    }
  }

  private static Path2D star(double radius) {
    Path2D star = new Path2D.Double();
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? radius : radius * 0.382;
      double angle = Math.PI * i / 5 - Math.PI / 2;
      if (i == 0) {
        star.moveTo(r * Math.cos(angle), r * Math.sin(angle));
      } else {
        star.lineTo(r * Math.cos(angle), r * Math.sin(angle));
      }
    }
    star.closePath();
    return star;
  }
}
