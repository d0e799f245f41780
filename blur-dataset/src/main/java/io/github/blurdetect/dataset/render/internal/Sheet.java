package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.Box;
import io.github.blurdetect.dataset.simulate.TextLine;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A sheet of paper being written on; remembers where each text lies. */
final class Sheet {

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final List<TextLine> lines = new ArrayList<>();
  private Color ink = Color.BLACK;

  Sheet(int width, int height, Color paper) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(paper);
    graphics.fillRect(0, 0, width, height);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  Graphics2D graphics() {
    return graphics;
  }

  BufferedImage image() {
    return image;
  }

  List<TextLine> lines() {
    return lines;
  }

  Sheet ink(Color color) {
    ink = color;
    return this;
  }

  /** Writes content from its left end; returns where it ends. */
  double write(String text, Font font, double x, double baseline) {
    return write(text, font, x, baseline, TextLine.Role.CONTENT);
  }

  double write(String text, Font font, double x, double baseline, TextLine.Role role) {
    if (text.isBlank()) {
      return x;
    }
    GlyphVector glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
    graphics.setColor(ink);
    graphics.drawGlyphVector(glyphs, (float) x, (float) baseline);
    Rectangle2D box = glyphs.getVisualBounds();
    lines.add(
        new TextLine(
            new Box(
                clamp(Math.floor(x + box.getMinX()), width()),
                clamp(Math.floor(baseline + box.getMinY()), height()),
                clamp(Math.ceil(x + box.getMaxX()), width()),
                clamp(Math.ceil(baseline + box.getMaxY()), height())),
            text,
            xHeight(text, font),
            role));
    return x + glyphs.getLogicalBounds().getWidth();
  }

  /** Writes content around a middle. */
  void centre(String text, Font font, double middle, double baseline) {
    write(text, font, middle - measure(text, font) / 2, baseline);
  }

  /** Writes content up to its right end. */
  void right(String text, Font font, double end, double baseline) {
    write(text, font, end - measure(text, font), baseline);
  }

  double measure(String text, Font font) {
    return font.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
  }

  /** Breaks text to a width: at spaces, or anywhere in Chinese. */
  List<String> wrap(String text, Font font, double width) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String piece : text.split("(?<= )|(?<=[\\p{IsHan}\\p{IsPunctuation}])(?=\\p{IsHan})")) {
      if (row.length() > 0 && measure(row + piece, font) > width) {
        rows.add(row.toString().strip());
        row.setLength(0);
      }
      row.append(piece);
    }
    rows.add(row.toString().strip());
    return rows;
  }

  void rule(double x1, double y1, double x2, double y2, double thickness) {
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke((float) thickness));
    graphics.draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
  }

  void frame(double x, double y, double width, double height, double thickness) {
    graphics.setColor(ink);
    graphics.setStroke(new BasicStroke((float) thickness));
    graphics.draw(new Rectangle2D.Double(x, y, width, height));
  }

  private double xHeight(String text, Font font) {
    boolean chinese =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    GlyphVector glyph =
        font.createGlyphVector(graphics.getFontRenderContext(), chinese ? "国" : "x");
    return Math.max(1, glyph.getVisualBounds().getHeight());
  }

  private static int clamp(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }

  /** Returns the sheet's pixels. */
  BlurImage toImage() {
    int[] rgb = image.getRGB(0, 0, width(), height(), null, 0, width());
    byte[] bytes = new byte[3 * rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      bytes[3 * i] = (byte) (rgb[i] >> 16);
      bytes[3 * i + 1] = (byte) (rgb[i] >> 8);
      bytes[3 * i + 2] = (byte) rgb[i];
    }
    return BlurImage.rgb(bytes, width(), height());
  }
}
