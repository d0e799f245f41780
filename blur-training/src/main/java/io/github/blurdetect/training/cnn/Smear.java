package io.github.blurdetect.training.cnn;

import java.util.SplittableRandom;

/** Blurs square planes by a Gaussian, a disc or a line. */
final class Smear {
  private Smear() {}

  /**
   * Blurs by a kernel of a kind and direction drawn at random; beyond the borders the nearest pixel
   * is repeated.
   *
   * @param radius root mean square distance of the kernel's weight from its centre, pixels
   */
  static float[] blur(float[] plane, int side, double radius, SplittableRandom random) {
    int kind = random.nextInt(3);
    double angle = random.nextDouble(Math.PI);
    int reach = (int) Math.ceil(radius * (kind == 0 ? 2.2 : 1.9)) + 1;
    int size = 2 * reach + 1;
    double[] kernel = new double[size * size];
    double sum = 0;
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double weight = weight(kind, x, y, radius, angle);
        kernel[(y + reach) * size + x + reach] = weight;
        sum += weight;
      }
    }
    float[] out = new float[plane.length];
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        float weight = (float) (kernel[(dy + reach) * size + dx + reach] / sum);
        if (weight != 0) {
          add(plane, out, side, dx, dy, weight);
        }
      }
    }
    return out;
  }

  private static double weight(int kind, int x, int y, double radius, double angle) {
    double distance = Math.hypot(x, y);
    if (kind == 0) { // Gaussian: radius = sigma * sqrt(2)
      return Math.exp(-distance * distance / (radius * radius));
    }
    if (kind == 1) { // disc: radius = R / sqrt(2)
      return coverage(radius * Math.sqrt(2) - distance);
    }
    double along =
        x * Math.cos(angle) + y * Math.sin(angle); // line: radius = half length / sqrt(3)
    double across = Math.abs(y * Math.cos(angle) - x * Math.sin(angle));
    return coverage(radius * Math.sqrt(3) - Math.abs(along)) * Math.max(0, 1 - across);
  }

  private static double coverage(double inside) {
    return Math.max(0, Math.min(1, inside + 0.5));
  }

  private static void add(float[] in, float[] out, int side, int dx, int dy, float weight) {
    for (int y = 0; y < side; y++) {
      int from = Math.max(0, Math.min(side - 1, y + dy)) * side;
      for (int x = 0; x < side; x++) {
        int column = Math.max(0, Math.min(side - 1, x + dx));
        out[y * side + x] += weight * in[from + column];
      }
    }
  }
}
