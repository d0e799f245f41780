package io.github.blurdetect.api;

import java.util.List;

/**
 * What a scorer says of one image.
 *
 * @param blurriness in [0, 1], 1 = blurred
 * @param textFound false where the image holds no text to judge; {@code blurriness} is then the
 *     scorer's documented value for such images and no verdict on blur follows from it
 * @param contributions what each part contributed, in a fixed order; may be empty
 * @param reasons why, the weightiest first; may be empty
 */
public record BlurScore(
    double blurriness,
    boolean textFound,
    List<Contribution> contributions,
    List<BlurReason> reasons) {

  /**
   * Checks the range and copies the lists.
   *
   * @throws IllegalArgumentException if blurriness is not in [0, 1]
   */
  public BlurScore {
    if (!(blurriness >= 0 && blurriness <= 1)) {
      throw new IllegalArgumentException("blurriness is " + blurriness + ", expected 0 to 1");
    }
    contributions = List.copyOf(contributions);
    reasons = List.copyOf(reasons);
  }

  /**
   * Returns a score without details.
   *
   * @param blurriness in [0, 1], 1 = blurred
   * @return the score of an image with text
   * @throws IllegalArgumentException if blurriness is not in [0, 1]
   */
  public static BlurScore of(double blurriness) {
    return new BlurScore(blurriness, true, List.of(), List.of());
  }

  /**
   * Returns the score of an image without text.
   *
   * @param blurriness in [0, 1], the scorer's documented value for such images
   * @return the score, with the reason {@link BlurReason.Cause#NO_TEXT}
   * @throws IllegalArgumentException if blurriness is not in [0, 1]
   */
  public static BlurScore noText(double blurriness) {
    return new BlurScore(
        blurriness,
        false,
        List.of(),
        List.of(new BlurReason(BlurReason.Cause.NO_TEXT, "no text was found")));
  }
}
