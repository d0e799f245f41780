package io.github.blurdetect.dataset.simulate.internal;

/** Uneven light, exposure, contrast, tint, gamma and sharpening. */
public final class Tone {

  private Tone() {}

  /**
   * Multiplies light by a field, in place.
   *
   * @param light planes
   * @param field factor at each place
   */
  public static void shade(Planes light, Field field) {
    float[] factor = new float[light.width()];
    for (int y = 0; y < light.height(); y++) {
      field.row(y, factor);
      for (int c = 0; c < light.count(); c++) {
        float[] row = light.plane(c)[y];
        for (int x = 0; x < row.length; x++) {
          row[x] *= factor[x];
        }
      }
    }
  }

  /**
   * Maps each plane's light to {@code lift + gain * light}, in place.
   *
   * @param light planes
   * @param gain a factor a plane; where there is one plane the middle one is used
   * @param lift stray light added everywhere
   */
  public static void expose(Planes light, double[] gain, double lift) {
    for (int c = 0; c < light.count(); c++) {
      float factor = (float) gain[light.count() == 1 ? 1 : c];
      float add = (float) lift;
      for (float[] row : light.plane(c)) {
        for (int x = 0; x < row.length; x++) {
          row[x] = row[x] * factor + add;
        }
      }
    }
  }

  /**
   * Bends code values by a power, in place.
   *
   * @param codes code values [0, 255]
   * @param gamma exponent; 1 leaves them as they are, more darkens the middle
   */
  public static void bend(Planes codes, double gamma) {
    if (gamma == 1) {
      return;
    }
    float[] curve = new float[258];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = (float) (255 * Math.pow(Math.min(1, i / 255.0), gamma));
    }
    for (int c = 0; c < codes.count(); c++) {
      for (float[] row : codes.plane(c)) {
        for (int x = 0; x < row.length; x++) {
          float v = Math.max(0, Math.min(255, row[x]));
          int i = (int) v;
          row[x] = curve[i] + (v - i) * (curve[i + 1] - curve[i]);
        }
      }
    }
  }

  /**
   * Sharpens code values as a camera does: adds a share of what a Gaussian takes away.
   *
   * @param codes code values, changed in place
   * @param amount share added, 0 for none
   * @param blurred the same planes blurred
   */
  public static void sharpen(Planes codes, double amount, Planes blurred) {
    float share = (float) amount;
    for (int c = 0; c < codes.count(); c++) {
      for (int y = 0; y < codes.height(); y++) {
        float[] row = codes.plane(c)[y];
        float[] soft = blurred.plane(c)[y];
        for (int x = 0; x < row.length; x++) {
          row[x] += share * (row[x] - soft[x]);
        }
      }
    }
  }
}
