package io.github.blurdetect.api;

import java.util.List;
import java.util.Objects;

/**
 * A detector's decision about one image, with its grounds.
 *
 * @param blurriness in [0, 1], 1 = blurred
 * @param threshold the blurriness above which the detector calls an image blurred
 * @param verdict the decision
 * @param scorer the name of the scorer that gave the blurriness
 * @param contributions what each part contributed, in a fixed order; may be empty
 * @param reasons why, the weightiest first; may be empty
 */
public record BlurAssessment(
    double blurriness,
    double threshold,
    Verdict verdict,
    String scorer,
    List<Contribution> contributions,
    List<BlurReason> reasons) {

  /** Checks that nothing is null and copies the lists. */
  public BlurAssessment {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(scorer, "scorer");
    contributions = List.copyOf(contributions);
    reasons = List.copyOf(reasons);
  }

  /**
   * Returns the plain yes or no: blurriness above the threshold, in an image with text.
   *
   * @return whether an OCR back end should refuse the image as blurred
   */
  public boolean blurred() {
    return verdict != Verdict.NO_TEXT && blurriness > threshold;
  }

  /**
   * Says the decision and its grounds in one line.
   *
   * @return for people, for example {@code BLURRED (0.97): out of focus}
   */
  public String explain() {
    StringBuilder text = new StringBuilder();
    text.append(verdict).append(String.format(java.util.Locale.ROOT, " (%.3f)", blurriness));
    for (int i = 0; i < reasons.size(); i++) {
      text.append(i == 0 ? ": " : "; ").append(reasons.get(i).message());
    }
    return text.toString();
  }
}
