package io.github.blurdetect.dataset.simulate;

/**
 * Light and tone of one photo.
 *
 * @param falloff how much darker the dark side is, in [0, 1)
 * @param falloffAngle radians, towards the dark side
 * @param vignette how much darker the corners are, in [0, 1)
 * @param shadow how much a soft-edged shadow takes away, in [0, 1); 0 for none
 * @param shadowAngle radians, across the shadow's edge
 * @param shadowOffset where the edge runs, -0.5 to 0.5 from the middle
 * @param red factor of red light
 * @param green factor of green light
 * @param blue factor of blue light
 * @param lift stray light added everywhere
 * @param gamma exponent on code values
 */
public record LightPlan(
    double falloff,
    double falloffAngle,
    double vignette,
    double shadow,
    double shadowAngle,
    double shadowOffset,
    double red,
    double green,
    double blue,
    double lift,
    double gamma) {

  /** Even light: nothing is changed. */
  public static final LightPlan EVEN = new LightPlan(0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1);
}
