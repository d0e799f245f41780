package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import java.util.Comparator;
import java.util.List;

/** The photos that were called wrong, worst first. */
final class Mistakes {
  private Mistakes() {}

  /** Clear photos called blurred, or blurred ones called clear; the score farthest off first. */
  static List<ScoredPhoto> of(EvaluationResult result, boolean blurred) {
    Comparator<ScoredPhoto> byScore =
        Comparator.comparingDouble(
            photo -> photo.score().textFound() ? photo.score().blurriness() : 0);
    return result.scored().stream()
        .filter(photo -> photo.photo().blurred() == blurred)
        .filter(photo -> photo.calledBlurred(result.threshold()) != blurred)
        .sorted(blurred ? byScore : byScore.reversed())
        .toList();
  }
}
