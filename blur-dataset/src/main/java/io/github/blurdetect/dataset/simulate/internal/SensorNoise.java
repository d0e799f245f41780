package io.github.blurdetect.dataset.simulate.internal;

import java.util.random.RandomGenerator;

/**
 * Adds a sensor's noise to code values.
 *
 * <p>The strength is the standard deviation in code values on the paper (light 0.7). The read part
 * is the same everywhere; the shot part's variance grows with the light, and is carried through the
 * transfer curve's slope, so it is stronger in the darker tones of the encoded picture.
 */
public final class SensorNoise {

  private static final float PAPER = 0.7f;

  private SensorNoise() {}

  /**
   * Adds noise, in place.
   *
   * @param codes code values [0, 255], of three planes or one
   * @param sigma standard deviation on the paper, in code values
   * @param shotShare share of the variance on the paper that is shot noise, in [0, 1]
   * @param grey share of the noise that all planes have in common, in [0, 1]
   * @param random where it comes from
   */
  public static void add(
      Planes codes, double sigma, double shotShare, double grey, RandomGenerator random) {
    if (sigma <= 0) {
      return;
    }
    float[] gain = gains(sigma, shotShare);
    float common = codes.count() == 1 ? 1 : (float) Math.sqrt(grey);
    float own = (float) Math.sqrt(1 - common * common);
    float[] shared = new float[codes.width()];
    for (int y = 0; y < codes.height(); y++) {
      for (int x = 0; x < shared.length; x++) {
        shared[x] = common == 0 ? 0 : common * (float) random.nextGaussian();
      }
      for (int c = 0; c < codes.count(); c++) {
        float[] row = codes.plane(c)[y];
        for (int x = 0; x < row.length; x++) {
          float draw = own == 0 ? shared[x] : shared[x] + own * (float) random.nextGaussian();
          row[x] += gain[Math.max(0, Math.min(255, (int) row[x]))] * draw;
        }
      }
    }
  }

  private static float[] gains(double sigma, double shotShare) {
    double paperSlope = slope(PAPER);
    float[] gain = new float[256];
    for (int i = 0; i < 256; i++) {
      double light = Math.max(0.02, Srgb.light(i));
      double slope = slope((float) light) / paperSlope;
      double variance = 1 - shotShare + shotShare * light / PAPER * slope * slope;
      gain[i] = (float) (sigma * Math.sqrt(variance));
    }
    return gain;
  }

  private static double slope(float light) {
    float d = 0.002f;
    return (Srgb.code(light + d) - Srgb.code(light - d)) / (2 * d);
  }
}
