package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.dataset.simulate.internal.KernelRaster;
import java.util.Objects;

/**
 * A point-spread function on the pixel grid: non-negative weights that sum to 1.
 *
 * <p>Its size is its <em>RMS radius</em>: the square root of the weighted mean of the squared
 * distance from the centroid, in pixels. Immutable and safe for use by many threads.
 */
public final class BlurKernel {

  /** No blur at all: one weight. */
  public static final BlurKernel IDENTITY = new BlurKernel(1, 1, new float[] {1});

  private final int width;
  private final int height;
  private final float[] weights;
  private final double rmsRadius;

  private BlurKernel(int width, int height, float[] normalised) {
    this.width = width;
    this.height = height;
    this.weights = normalised;
    this.rmsRadius = rms(width, height, normalised);
  }

  /**
   * Makes a kernel of a matrix.
   *
   * @param width columns, odd
   * @param height rows, odd
   * @param weights row after row, not negative, not all zero; copied and scaled to sum 1
   * @return the kernel
   * @throws IllegalArgumentException if a side is even or below 1, the length does not fit, a
   *     weight is negative or not finite, or all are zero
   */
  public static BlurKernel of(int width, int height, float[] weights) {
    Objects.requireNonNull(weights, "weights");
    if (width < 1 || height < 1 || width % 2 == 0 || height % 2 == 0) {
      throw new IllegalArgumentException(
          "kernel is " + width + " x " + height + ", expected odd sides of at least 1");
    }
    if (weights.length != width * height) {
      throw new IllegalArgumentException(
          "kernel has " + weights.length + " weights, expected " + width * height);
    }
    double sum = 0;
    for (float w : weights) {
      if (!(w >= 0) || Float.isInfinite(w)) {
        throw new IllegalArgumentException("kernel weight is " + w + ", expected at least 0");
      }
      sum += w;
    }
    if (sum <= 0) {
      throw new IllegalArgumentException("kernel weights are all zero");
    }
    float[] scaled = new float[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (weights[i] / sum);
    }
    return new BlurKernel(width, height, scaled);
  }

  /**
   * Returns this shape at another size and angle, its centroid on the centre pixel.
   *
   * @param targetRms RMS radius wanted, in pixels, at least 0; met within 0.5 % where above 0.2,
   *     within 0.005 below
   * @param radians turn about the centroid
   * @return the kernel; {@link #IDENTITY} for a radius below 0.02, or where this kernel is a point
   * @throws IllegalArgumentException if the radius is negative or not finite
   */
  public BlurKernel at(double targetRms, double radians) {
    if (!(targetRms >= 0) || Double.isInfinite(targetRms)) {
      throw new IllegalArgumentException("RMS radius is " + targetRms + ", expected at least 0");
    }
    return targetRms < 0.02 || rmsRadius == 0
        ? IDENTITY
        : KernelRaster.draw(this, targetRms, radians);
  }

  /**
   * Returns the columns.
   *
   * @return odd
   */
  public int width() {
    return width;
  }

  /**
   * Returns the rows.
   *
   * @return odd
   */
  public int height() {
    return height;
  }

  /**
   * Returns one weight.
   *
   * @param x column
   * @param y row
   * @return at least 0
   */
  public float weight(int x, int y) {
    return weights[y * width + x];
  }

  /**
   * Returns the size of the blur.
   *
   * @return pixels, at least 0
   */
  public double rmsRadius() {
    return rmsRadius;
  }

  /**
   * Returns the share-weighted mean of the columns.
   *
   * @return in pixels from the left column's centre
   */
  public double centroidX() {
    return moment(width, weights, true);
  }

  /**
   * Returns the share-weighted mean of the rows.
   *
   * @return in pixels from the top row's centre
   */
  public double centroidY() {
    return moment(width, weights, false);
  }

  private static double moment(int width, float[] weights, boolean horizontal) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (double) weights[i] * (horizontal ? i % width : i / width);
    }
    return sum;
  }

  private static double rms(int width, int height, float[] weights) {
    double cx = moment(width, weights, true);
    double cy = moment(width, weights, false);
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double square = (x - cx) * (x - cx) + (y - cy) * (y - cy);
        sum += weights[y * width + x] * square;
      }
    }
    return Math.sqrt(sum);
  }

  @Override
  public String toString() {
    return "BlurKernel[" + width + " x " + height + ", RMS radius " + rmsRadius + "]";
  }
}
