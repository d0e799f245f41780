package io.github.blurdetect.dataset.evaluation;

import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.dataset.folder.LabelledPhoto;

/**
 * A photo and what a scorer said of it.
 *
 * @param photo the photo
 * @param score the scorer's answer
 */
public record ScoredPhoto(LabelledPhoto photo, BlurScore score) {

  /**
   * Returns whether the photo is called blurred: above the threshold, and with text.
   *
   * @param threshold in [0, 1]
   * @return the call, as {@link io.github.blurdetect.api.BlurAssessment#blurred()} makes it
   */
  public boolean calledBlurred(double threshold) {
    return score.textFound() && score.blurriness() > threshold;
  }
}
