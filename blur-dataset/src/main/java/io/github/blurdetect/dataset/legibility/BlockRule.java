package io.github.blurdetect.dataset.legibility;

/**
 * Tells from what is known of a text block whether it can still be read, in place of an OCR
 * program.
 *
 * <p>Three things take a character's strokes away, each measured in x-heights (for Chinese, heights
 * of the character's body): the blur's RMS radius, the pixel itself, and noise. They are joined as
 * independent spreads, and the block is blurred when the joint spread passes a limit:
 *
 * <pre>
 *   spread^2 = (radius / h)^2 + (pixel / h)^2 + (noise * sigma / contrast)^2,   blurred: spread > limit
 * </pre>
 *
 * @param limit greatest spread of a block that can be read
 * @param pixel spread of the sampling, in pixels
 * @param noise weight of the noise's standard deviation over the contrast of ink and paper
 */
public record BlockRule(double limit, double pixel, double noise) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the limit is not above 0 or a weight is negative
   */
  public BlockRule {
    if (!(limit > 0) || !(pixel >= 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "block rule has limit "
              + limit
              + ", pixel "
              + pixel
              + ", noise "
              + noise
              + ", expected above 0, and at least 0");
    }
  }

  /**
   * Returns the rule for Latin print, fitted to what Tesseract read (docs/accuracy.md).
   *
   * @return the rule
   */
  public static BlockRule latin() {
    return new BlockRule(0.224, 0.85, 1.3);
  }

  /**
   * Returns the rule for Chinese print, fitted to what Tesseract read (docs/accuracy.md).
   *
   * @return the rule
   */
  public static BlockRule chinese() {
    return new BlockRule(0.137, 0, 1.2);
  }

  /**
   * Returns the joint spread.
   *
   * @param rmsRadius size of the blur in pixels
   * @param height x-height, or height of a Chinese character's body, in pixels
   * @param sigma standard deviation of the noise in code values
   * @param contrast paper less ink in code values; where it is not above 0 nothing can be read
   * @return in x-heights
   */
  public double spread(double rmsRadius, double height, double sigma, double contrast) {
    if (!(contrast > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double grain = noise * sigma / contrast;
    double points = (rmsRadius * rmsRadius + pixel * pixel) / (height * height);
    return Math.sqrt(points + grain * grain);
  }

  /**
   * Tells whether a block can no longer be read.
   *
   * @param rmsRadius size of the blur in pixels
   * @param height x-height, or height of a Chinese character's body, in pixels
   * @param sigma standard deviation of the noise in code values
   * @param contrast paper less ink in code values
   * @return whether it is blurred
   */
  public boolean blurred(double rmsRadius, double height, double sigma, double contrast) {
    return spread(rmsRadius, height, sigma, contrast) > limit;
  }
}
