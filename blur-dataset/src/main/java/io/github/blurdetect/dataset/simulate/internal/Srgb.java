package io.github.blurdetect.dataset.simulate.internal;

/**
 * The sRGB transfer curve (IEC 61966-2-1) between 8-bit code values and light in [0, 1].
 *
 * <p>Light to code goes through a table of 16384 steps over the square root of light, which keeps
 * the error under 0.02 code values.
 */
public final class Srgb {

  private static final int STEPS = 16384;
  private static final float[] LIGHT = new float[256];
  private static final float[] CODE = new float[STEPS + 2];

  static {
    for (int i = 0; i < 256; i++) {
      double v = i / 255.0;
      LIGHT[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i < CODE.length; i++) {
      double light = (double) i / STEPS * i / STEPS;
      double v = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      CODE[i] = (float) (255 * v);
    }
  }

  private Srgb() {}

  /**
   * Returns the light of a code value.
   *
   * @param code 0 to 255
   * @return in [0, 1]
   */
  public static float light(int code) {
    return LIGHT[code];
  }

  /**
   * Returns the code value of light, not rounded.
   *
   * @param light clamped to [0, 1]
   * @return in [0, 255]
   */
  public static float code(float light) {
    if (!(light > 0)) {
      return 0;
    }
    float at = (float) Math.sqrt(Math.min(light, 1f)) * STEPS;
    int i = (int) at;
    float f = at - i;
    return CODE[i] + f * (CODE[i + 1] - CODE[i]);
  }
}
