package io.github.blurdetect.dataset.simulate.internal;

import java.util.random.RandomGenerator;

/** Things around a page: other papers with print on them, and discs of light far behind. */
final class Clutter {

  private Clutter() {}

  static void papers(Planes out, RandomGenerator random) {
    int count = random.nextInt(4, 12);
    for (int i = 0; i < count; i++) {
      double angle = random.nextDouble(2 * Math.PI);
      double halfWidth = out.width() * random.nextDouble(0.05, 0.4);
      double halfHeight = out.height() * random.nextDouble(0.03, 0.3);
      double[] quad =
          quad(
              out.width() * random.nextDouble(),
              out.height() * random.nextDouble(),
              halfWidth,
              halfHeight,
              angle);
      float[] paper = Backgrounds.colour(random, 0.03, 0.9, 0.5);
      boolean printed = random.nextDouble() < 0.4;
      double pitch = random.nextDouble(14, 40);
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      ValueNoise letters = new ValueNoise(random);
      paint(
          out,
          quad,
          (x, y) -> {
            double along = cos * x + sin * y;
            double across = -sin * x + cos * y;
            double row = across / pitch - Math.floor(across / pitch);
            boolean ink =
                printed
                    && row > 0.3
                    && row < 0.7
                    && letters.at((float) (along / pitch * 3.5), (float) (across / pitch * 3))
                        > 0.1;
            return ink ? 0.15f : 1;
          },
          paper);
    }
  }

  static void lights(Planes out, RandomGenerator random) {
    int count = random.nextInt(5, 40);
    double size = Math.max(out.width(), out.height());
    for (int i = 0; i < count; i++) {
      double radius = size * random.nextDouble(0.01, 0.06);
      double x = out.width() * random.nextDouble();
      double y = out.height() * random.nextDouble();
      float[] colour = Backgrounds.colour(random, 0.05, 0.9, 0.6);
      for (int py = (int) Math.max(0, y - radius - 2);
          py < Math.min(out.height(), y + radius + 2);
          py++) {
        for (int px = (int) Math.max(0, x - radius - 2);
            px < Math.min(out.width(), x + radius + 2);
            px++) {
          double inside = radius - Math.hypot(px - x, py - y);
          float share = (float) Math.max(0, Math.min(1, 0.5 + inside / (0.12 * radius)));
          for (int c = 0; c < 3; c++) {
            out.plane(c)[py][px] += share * 0.7f * colour[c];
          }
        }
      }
    }
  }

  private interface Ink {
    float at(double x, double y);
  }

  private static void paint(Planes out, double[] quad, Ink ink, float[] colour) {
    int left = (int) Math.max(0, least(quad, 0));
    int top = (int) Math.max(0, least(quad, 1));
    int right = (int) Math.min(out.width(), -least(negated(quad), 0) + 1);
    int bottom = (int) Math.min(out.height(), -least(negated(quad), 1) + 1);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        float share = (float) Math.max(0, Math.min(1, depth(quad, x, y) + 0.5));
        if (share > 0) {
          float light = ink.at(x, y);
          for (int c = 0; c < 3; c++) {
            float[] row = out.plane(c)[y];
            row[x] += share * (light * colour[c] - row[x]);
          }
        }
      }
    }
  }

  /** Distance from the nearest side of a convex quadrilateral, in pixels, positive inside. */
  static double depth(double[] quad, double x, double y) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 8; i += 2) {
      double ax = quad[i];
      double ay = quad[i + 1];
      double dx = quad[(i + 2) % 8] - ax;
      double dy = quad[(i + 3) % 8] - ay;
      double side = (dx * (y - ay) - dy * (x - ax)) / Math.hypot(dx, dy);
      least = Math.min(least, side);
    }
    return least;
  }

  private static double[] quad(double x, double y, double halfWidth, double halfHeight, double a) {
    double cos = Math.cos(a);
    double sin = Math.sin(a);
    double[] quad = new double[8];
    for (int i = 0; i < 4; i++) {
      double dx = i == 1 || i == 2 ? halfWidth : -halfWidth;
      double dy = i >= 2 ? halfHeight : -halfHeight;
      quad[2 * i] = x + cos * dx - sin * dy;
      quad[2 * i + 1] = y + sin * dx + cos * dy;
    }
    return quad;
  }

  private static double least(double[] quad, int axis) {
    return Math.min(Math.min(quad[axis], quad[axis + 2]), Math.min(quad[axis + 4], quad[axis + 6]));
  }

  private static double[] negated(double[] quad) {
    double[] out = new double[8];
    for (int i = 0; i < 8; i++) {
      out[i] = -quad[i];
    }
    return out;
  }
}
