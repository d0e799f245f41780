package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.BlurKernel;

/**
 * Draws a kernel at another size and angle.
 *
 * <p>The shape is read as a bilinear surface between its weights, sampled at steps of at most half
 * a target pixel, turned and scaled about its centroid, and spread over the four nearest target
 * pixels. Weights below a thousandth of the largest are cut. Spreading widens a kernel by a
 * fraction of a pixel, so the scale is adjusted until the drawn RMS radius is the one asked for; a
 * kernel smaller than spreading allows is a mixture with the identity, whose squared RMS radius is
 * exactly proportional to its share.
 */
public final class KernelRaster {

  private static final float CUT = 1e-3f;
  private static final int ROUNDS = 12;
  private static final double SMALLEST_DRAWN = 0.75;

  private KernelRaster() {}

  /**
   * Draws a kernel.
   *
   * @param shape any kernel but a point
   * @param targetRms pixels, above 0
   * @param radians turn about the centroid
   * @return the kernel, centroid within 0.05 pixels of its centre
   */
  public static BlurKernel draw(BlurKernel shape, double targetRms, double radians) {
    double wanted = Math.max(targetRms, SMALLEST_DRAWN);
    double scale = wanted / shape.rmsRadius();
    BlurKernel best = raster(shape, scale, radians);
    for (int i = 0; i < ROUNDS && Math.abs(best.rmsRadius() / wanted - 1) > 1e-3; i++) {
      double got = best.rmsRadius();
      // Scaling acts on the shape's part of the squared radius; spreading adds the rest.
      double shapePart = scale * shape.rmsRadius() * scale * shape.rmsRadius();
      double goal = shapePart + wanted * wanted - got * got;
      scale = Math.sqrt(Math.max(goal, 0.25 * shapePart)) / shape.rmsRadius();
      best = raster(shape, scale, radians);
    }
    return targetRms < best.rmsRadius() && targetRms < SMALLEST_DRAWN
        ? mixWithPoint(best, targetRms)
        : best;
  }

  private static BlurKernel mixWithPoint(BlurKernel kernel, double targetRms) {
    double ratio = targetRms / kernel.rmsRadius();
    float share = (float) (ratio * ratio);
    float[] mixed = weights(kernel);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] *= share;
    }
    mixed[mixed.length / 2] += 1 - share;
    return BlurKernel.of(kernel.width(), kernel.height(), mixed);
  }

  private static BlurKernel raster(BlurKernel shape, double scale, double radians) {
    double reach = Math.hypot(shape.width() + 2, shape.height() + 2) * scale;
    int half = (int) Math.ceil(reach) + 2;
    int side = 2 * half + 1;
    float[] target = new float[side * side];
    int steps = Math.max(1, (int) Math.ceil(2 * scale));
    double cos = Math.cos(radians) * scale;
    double sin = Math.sin(radians) * scale;
    double cx = shape.centroidX();
    double cy = shape.centroidY();
    // The bilinear surface reaches one cell beyond the outermost weights.
    int rim = steps == 1 ? 0 : steps;
    for (int sy = -rim; sy < shape.height() * steps + rim; sy++) {
      double y = (sy + 0.5) / steps - 0.5;
      for (int sx = -rim; sx < shape.width() * steps + rim; sx++) {
        double x = (sx + 0.5) / steps - 0.5;
        float weight = steps == 1 ? shape.weight(sx, sy) : surface(shape, x, y);
        if (weight > 0) {
          double dx = x - cx;
          double dy = y - cy;
          spread(target, side, half + cos * dx - sin * dy, half + sin * dx + cos * dy, weight);
        }
      }
    }
    return crop(target, side);
  }

  private static float surface(BlurKernel shape, double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = (float) (x - x0);
    float fy = (float) (y - y0);
    return (1 - fy) * ((1 - fx) * at(shape, x0, y0) + fx * at(shape, x0 + 1, y0))
        + fy * ((1 - fx) * at(shape, x0, y0 + 1) + fx * at(shape, x0 + 1, y0 + 1));
  }

  private static float at(BlurKernel shape, int x, int y) {
    return x < 0 || y < 0 || x >= shape.width() || y >= shape.height() ? 0 : shape.weight(x, y);
  }

  private static void spread(float[] target, int side, double x, double y, float weight) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = (float) (x - x0);
    float fy = (float) (y - y0);
    int i = y0 * side + x0;
    target[i] += weight * (1 - fx) * (1 - fy);
    target[i + 1] += weight * fx * (1 - fy);
    target[i + side] += weight * (1 - fx) * fy;
    target[i + side + 1] += weight * fx * fy;
  }

  /** Cuts negligible weights and the empty rim, keeping the centre pixel in the middle. */
  private static BlurKernel crop(float[] weights, int side) {
    float largest = 0;
    for (float w : weights) {
      largest = Math.max(largest, w);
    }
    int centre = side / 2;
    int halfX = 0;
    int halfY = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < CUT * largest) {
        weights[i] = 0;
      } else {
        halfX = Math.max(halfX, Math.abs(i % side - centre));
        halfY = Math.max(halfY, Math.abs(i / side - centre));
      }
    }
    int width = 2 * halfX + 1;
    int height = 2 * halfY + 1;
    float[] kept = new float[width * height];
    for (int y = 0; y < height; y++) {
      int from = (centre - halfY + y) * side + centre - halfX;
      System.arraycopy(weights, from, kept, y * width, width);
    }
    return BlurKernel.of(width, height, kept);
  }

  static float[] weights(BlurKernel kernel) {
    float[] copy = new float[kernel.width() * kernel.height()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = kernel.weight(i % kernel.width(), i / kernel.width());
    }
    return copy;
  }
}
