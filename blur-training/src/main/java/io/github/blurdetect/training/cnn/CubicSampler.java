package io.github.blurdetect.training.cnn;

/**
 * Reads grey levels between pixels with the cubic kernel of R. Keys, "Cubic convolution
 * interpolation for digital image processing", 1981, doi 10.1109/TASSP.1981.1163711, a = -0.5.
 */
final class CubicSampler {
  private CubicSampler() {}

  /** Returns the level at a position; beyond the borders the nearest pixel is repeated. */
  static byte sample(byte[] pixels, int side, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double fx = x - column;
    double fy = y - row;
    double sum = 0;
    for (int dy = -1; dy <= 2; dy++) {
      double weight = weight(fy - dy);
      int from = clamp(row + dy, side) * side;
      double line = 0;
      for (int dx = -1; dx <= 2; dx++) {
        line += weight(fx - dx) * (pixels[from + clamp(column + dx, side)] & 0xFF);
      }
      sum += weight * line;
    }
    return (byte) Math.max(0, Math.min(255, Math.round(sum)));
  }

  private static double weight(double distance) {
    double t = Math.abs(distance);
    if (t <= 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }

  private static int clamp(int index, int side) {
    return Math.max(0, Math.min(side - 1, index));
  }
}
