package io.github.blurdetect.features;

import io.github.blurdetect.api.LumaPlane;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;

/** A page of print on shaded paper, drawn by the JDK, and where its lines are. */
public record PrintedPage(LumaPlane luma, java.util.List<int[]> lines) {

  public static PrintedPage print(int xHeight) {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 100);
    BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D probing = probe.createGraphics();
    double ofHundred =
        font.createGlyphVector(probing.getFontRenderContext(), "x").getVisualBounds().getHeight();
    font = font.deriveFont((float) (100 * xHeight / ofHundred));
    int width = 45 * xHeight;
    int height = 40 * xHeight;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setPaint(
        new java.awt.GradientPaint(0, 0, new Color(0xE8E8E8), width, height, new Color(0xA0A0A0)));
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(
        java.awt.RenderingHints.KEY_TEXT_ANTIALIASING,
        java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(font);
    pen.setColor(new Color(0x303030));
    java.util.List<int[]> lines = new java.util.ArrayList<>();
    for (int y = 4 * xHeight; y < height - 2 * xHeight; y += 3 * xHeight) {
      String text = "The quick brown fox " + 37 * y + " jumps over";
      pen.drawString(text, 3 * xHeight, y);
      int right = Math.min(width, 3 * xHeight + pen.getFontMetrics().stringWidth(text));
      lines.add(new int[] {3 * xHeight, y - xHeight, right, y});
    }
    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new PrintedPage(new LumaPlane(data, width, height, width), lines);
  }

  /** Blurred by a box of the given radius, twice. */
  public PrintedPage blurred(int radius) {
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    java.util.Arrays.fill(weights, 1f / (side * side));
    var blur =
        new java.awt.image.ConvolveOp(
            new Kernel(side, side, weights), java.awt.image.ConvolveOp.EDGE_NO_OP, null);
    BufferedImage in = new BufferedImage(luma.width(), luma.height(), BufferedImage.TYPE_BYTE_GRAY);
    in.getRaster().setDataElements(0, 0, luma.width(), luma.height(), luma.data());
    BufferedImage out = blur.filter(blur.filter(in, null), null);
    byte[] data = ((DataBufferByte) out.getRaster().getDataBuffer()).getData();
    return new PrintedPage(new LumaPlane(data, luma.width(), luma.height(), luma.width()), lines);
  }

  public PrintedPage turned() {
    int width = luma.height();
    int height = luma.width();
    byte[] data = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        data[y * width + x] = (byte) luma.get(y, width - 1 - x);
      }
    }
    return new PrintedPage(new LumaPlane(data, width, height, width), lines);
  }

  public double shareCovered(TextLayout found) {
    int covered = 0;
    int all = 0;
    for (int[] line : lines) {
      int y = (line[1] + line[3]) / 2;
      for (int x = line[0]; x < line[2]; x++, all++) {
        int column = x;
        covered +=
            found.lines().stream()
                    .anyMatch(
                        l ->
                            l.left() <= column
                                && column < l.right()
                                && l.top() <= y
                                && y < l.bottom())
                ? 1
                : 0;
      }
    }
    return (double) covered / all;
  }
}
