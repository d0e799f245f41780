package io.github.blurdetect.stacking.fit;

/**
 * One labelled photo's score.
 *
 * @param group photos of one page or shop share it
 * @param blurred the label
 * @param score blurriness in [0, 1]
 */
public record LabelledScore(String group, boolean blurred, double score) {

  /**
   * Checks the score.
   *
   * @throws IllegalArgumentException if it is outside [0, 1]
   */
  public LabelledScore {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score is " + score + ", expected 0 to 1");
    }
  }
}
