package io.github.blurdetect.dataset.simulate;

import java.util.random.RandomGenerator;

/**
 * Point-spread functions by formula, drawn large; {@link BlurKernel#at} brings them to size.
 *
 * <p>Defocus is the image of the lens opening; camera shake follows a random walk of the camera's
 * speed, after G. Boracchi and A. Foi, Modeling the performance of image restoration from motion
 * blur, IEEE TIP 2012, doi:10.1109/TIP.2012.2192126, simplified.
 */
public final class KernelShapes {

  private static final int HALF = 32;
  private static final int SIDE = 2 * HALF + 1;
  private static final int SHAKE_STEPS = 240;

  private KernelShapes() {}

  /**
   * Draws a Gaussian.
   *
   * @return standard deviation 8 pixels
   */
  public static BlurKernel gaussian() {
    return radial(r -> Math.exp(-r * r / 128), 0);
  }

  /**
   * Draws the disc of a lens out of focus.
   *
   * @param softness width of the disc's edge over its radius, in [0, 1]
   * @param blades edges of the opening's polygon, or 0 for a round one
   * @return the kernel
   * @throws IllegalArgumentException if the softness is out of range or there are 1 or 2 blades
   */
  public static BlurKernel disc(double softness, int blades) {
    if (!(softness >= 0 && softness <= 1) || blades < 0 || blades == 1 || blades == 2) {
      throw new IllegalArgumentException(
          "disc has softness "
              + softness
              + " and "
              + blades
              + " blades, expected 0 to 1, and 0 or"
              + " at least 3");
    }
    double radius = 24;
    double edge = Math.max(1, softness * radius * 0.5);
    return radial(r -> Math.min(1, Math.max(0, (radius - r) / edge + 0.5)), blades);
  }

  /**
   * Draws a straight, even motion along the horizontal.
   *
   * @return the kernel
   */
  public static BlurKernel motion() {
    float[] weights = new float[SIDE];
    java.util.Arrays.fill(weights, 1);
    return BlurKernel.of(SIDE, 1, weights);
  }

  /**
   * Draws a shaken camera's random path.
   *
   * @param random where the path comes from
   * @return the kernel
   */
  public static BlurKernel shake(RandomGenerator random) {
    double[] xs = new double[SHAKE_STEPS];
    double[] ys = new double[SHAKE_STEPS];
    double angle = random.nextDouble(2 * Math.PI);
    double vx = Math.cos(angle);
    double vy = Math.sin(angle);
    double unrest = random.nextDouble(0.02, 0.22);
    double pull = random.nextDouble(0, 0.01);
    for (int i = 1; i < SHAKE_STEPS; i++) {
      vx += unrest * random.nextGaussian() - pull * xs[i - 1];
      vy += unrest * random.nextGaussian() - pull * ys[i - 1];
      double speed = Math.hypot(vx, vy);
      vx /= Math.max(speed, 0.3);
      vy /= Math.max(speed, 0.3);
      xs[i] = xs[i - 1] + vx;
      ys[i] = ys[i - 1] + vy;
    }
    return path(xs, ys);
  }

  private static BlurKernel path(double[] xs, double[] ys) {
    double left = java.util.Arrays.stream(xs).min().orElse(0);
    double top = java.util.Arrays.stream(ys).min().orElse(0);
    double right = java.util.Arrays.stream(xs).max().orElse(0);
    double bottom = java.util.Arrays.stream(ys).max().orElse(0);
    double scale = (SIDE - 4) / Math.max(1e-6, Math.max(right - left, bottom - top));
    float[] weights = new float[SIDE * SIDE];
    for (int i = 0; i + 1 < xs.length; i++) {
      for (int part = 0; part < 4; part++) {
        double x = HALF + scale * (xs[i] + (xs[i + 1] - xs[i]) * part / 4 - (left + right) / 2);
        double y = HALF + scale * (ys[i] + (ys[i + 1] - ys[i]) * part / 4 - (top + bottom) / 2);
        weights[(int) Math.round(y) * SIDE + (int) Math.round(x)] += 1;
      }
    }
    return BlurKernel.of(SIDE, SIDE, weights);
  }

  private interface Profile {
    double at(double radius);
  }

  private static BlurKernel radial(Profile profile, int blades) {
    float[] weights = new float[SIDE * SIDE];
    for (int i = 0; i < weights.length; i++) {
      double x = i % SIDE - HALF;
      double y = i / SIDE - HALF;
      weights[i] = (float) profile.at(Math.hypot(x, y) * polygon(Math.atan2(y, x), blades));
    }
    return BlurKernel.of(SIDE, SIDE, weights);
  }

  /** How much nearer a polygon's side is than its corner, in this direction. */
  private static double polygon(double angle, int blades) {
    if (blades == 0) {
      return 1;
    }
    double sector = 2 * Math.PI / blades;
    double off = (angle % sector + sector) % sector - sector / 2;
    return Math.cos(off) / Math.cos(sector / 2);
  }
}
