package io.github.blurdetect.dataset.render.internal;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Gives a drawn sheet the unevenness of paper: fibre, tint, now and then a fold. */
final class Paper {

  private Paper() {}

  static void age(BufferedImage image, SplittableRandom random) {
    int width = image.getWidth();
    int[] row = new int[width];
    double fibre = random.nextDouble(0, 2.5);
    double wave = random.nextDouble(0, 5);
    double phase = random.nextDouble(6);
    double length = random.nextDouble(300, 900);
    int fold = random.nextDouble() < 0.25 ? random.nextInt(image.getHeight()) : -1;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRaster().getDataElements(0, y, width, 1, row);
      int crease = fold < 0 || Math.abs(y - fold) > 3 ? 0 : -4 * (4 - Math.abs(y - fold));
      for (int x = 0; x < width; x++) {
        double broad = wave * Math.sin(phase + x / length + 1.7 * y / length);
        row[x] = shift(row[x], (int) Math.round(crease + broad + fibre * random.nextGaussian()));
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
  }

  private static int shift(int rgb, int by) {
    int red = clamp((rgb >> 16 & 0xFF) + by);
    int green = clamp((rgb >> 8 & 0xFF) + by);
    int blue = clamp((rgb & 0xFF) + by);
    return red << 16 | green << 8 | blue;
  }

  private static int clamp(int code) {
    return Math.max(0, Math.min(255, code));
  }
}
