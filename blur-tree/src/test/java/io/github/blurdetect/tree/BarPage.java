package io.github.blurdetect.tree;

import io.github.blurdetect.api.BlurImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.Arrays;

/** A page of print, averaged over a square of the given radius. */
final class BarPage {
  private BarPage() {}

  static BlurImage draw(int radius) {
    BufferedImage page = new BufferedImage(700, 500, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = page.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 700, 500);
    g.setColor(Color.DARK_GRAY);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    for (int y = 60; y < 460; y += 32) {
      g.drawString("The quick brown fox jumps over the lazy dog " + y, 60, y);
    }
    g.dispose();
    BufferedImage result = radius == 0 ? page : average(page, radius);
    byte[] pixels = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
    return BlurImage.grey(pixels, 700, 500);
  }

  private static BufferedImage average(BufferedImage page, int radius) {
    int side = 2 * radius + 1;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(page, null);
  }
}
