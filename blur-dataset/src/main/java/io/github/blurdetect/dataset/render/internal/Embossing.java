package io.github.blurdetect.dataset.render.internal;

import io.github.blurdetect.dataset.simulate.internal.ValueNoise;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Paper that is not flat, lit from one side: a fine tooth or embossing, and broad waves. Brightness
 * follows the slope of a smooth random height towards the light (J. Blinn, "Simulation of wrinkled
 * surfaces", 1978, doi 10.1145/800248.507101).
 */
final class Embossing {

  private Embossing() {}

  /** Changes a sheet: notes mostly and strongly, print now and then and faintly. */
  static void press(BufferedImage image, boolean note, SplittableRandom random) {
    double tooth;
    double wave;
    if (note) {
      double draw = random.nextDouble();
      tooth = draw < 0.25 ? 0 : draw < 0.8 ? random.nextDouble(1, 5) : random.nextDouble(5, 12);
      wave = random.nextDouble() < 0.5 ? 0 : random.nextDouble(1, 6);
    } else {
      boolean some = random.nextDouble() < 0.3;
      tooth = some ? random.nextDouble(0.5, 4) : 0;
      wave = some ? random.nextDouble(0, 4) : 0;
    }
    double angle = random.nextDouble(2 * Math.PI);
    if (tooth > 0) {
      light(image, random.nextDouble(2, 9), 2, tooth, angle, random);
    }
    if (wave > 0) {
      light(image, random.nextDouble(60, 300), 1, wave, angle, random);
    }
  }

  /**
   * Lights a relief.
   *
   * @param period pixels a bump
   * @param deviation of the brightness, about, in code values of white paper
   */
  static void light(
      BufferedImage image,
      double period,
      int octaves,
      double deviation,
      double angle,
      SplittableRandom random) {
    ValueNoise height = new ValueNoise(random);
    int width = image.getWidth();
    float step = (float) (1 / period);
    float cos = (float) Math.cos(angle);
    float sin = (float) Math.sin(angle);
    // A smooth octave's slope has a deviation of about 0.75 a unit; two together, halved, as much.
    float gain = (float) (deviation / 255 / 0.75 / step * (octaves == 1 ? 2 : 1.4));
    float turn = random.nextFloat() * 0.6f - 0.3f;
    float[] above = new float[width + 1];
    float[] here = new float[width + 1];
    int[] row = new int[width];
    for (int y = -1; y < image.getHeight(); y++) {
      for (int x = 0; x <= width; x++) {
        // Turned a little, so that the grid's rows don't lie along the sheet's.
        here[x] = height.fractal((x - turn * y) * step, (y + turn * x) * step, octaves);
      }
      if (y >= 0) {
        image.getRaster().getDataElements(0, y, width, 1, row);
        for (int x = 0; x < width; x++) {
          float slope = cos * (here[x + 1] - here[x]) + sin * (here[x] - above[x]);
          row[x] = scale(row[x], 1 + gain * slope);
        }
        image.getRaster().setDataElements(0, y, width, 1, row);
      }
      float[] swap = above;
      above = here;
      here = swap;
    }
  }

  private static int scale(int rgb, float factor) {
    return level(factor * (rgb >> 16 & 0xFF)) << 16
        | level(factor * (rgb >> 8 & 0xFF)) << 8
        | level(factor * (rgb & 0xFF));
  }

  private static int level(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }
}
