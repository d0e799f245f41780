package io.github.blurdetect.dataset.evaluation;

import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a scorer said of the photos of a labelled folder.
 *
 * @param scorer the scorer's name
 * @param threshold the blurriness above which a photo is called blurred
 * @param folder the photos
 * @param scored the photos that were scored, in the folder's order
 * @param failed the photos that could not be, in the folder's order
 */
public record EvaluationResult(
    String scorer,
    double threshold,
    LabelledFolder folder,
    List<ScoredPhoto> scored,
    List<FailedPhoto> failed) {

  /** Copies the lists. */
  public EvaluationResult {
    scored = List.copyOf(scored);
    failed = List.copyOf(failed);
  }

  /**
   * Returns this result judged at another threshold.
   *
   * @param value in [0, 1]
   * @return a new instance
   */
  public EvaluationResult withThreshold(double value) {
    return new EvaluationResult(scorer, value, folder, scored, failed);
  }

  /**
   * Returns this result with some of the scored photos only.
   *
   * @param wanted says which to keep
   * @return a new instance; its list may be empty
   */
  public EvaluationResult filter(Predicate<ScoredPhoto> wanted) {
    return new EvaluationResult(
        scorer, threshold, folder, scored.stream().filter(wanted).toList(), failed);
  }

  /**
   * Returns scores and labels for the metrics. A photo without text is never called blurred, so it
   * enters with the score 0.
   *
   * @return one score a scored photo, in order
   * @throws IllegalArgumentException if no photo was scored
   */
  public LabelledScores labelledScores() {
    double[] scores = new double[scored.size()];
    boolean[] blurred = new boolean[scored.size()];
    for (int i = 0; i < scores.length; i++) {
      ScoredPhoto photo = scored.get(i);
      scores[i] = photo.score().textFound() ? photo.score().blurriness() : 0;
      blurred[i] = photo.photo().blurred();
    }
    return LabelledScores.of(scores, blurred);
  }

  /**
   * Returns each scored photo's group.
   *
   * @return in order
   */
  public List<String> groups() {
    return scored.stream().map(photo -> photo.photo().group()).toList();
  }

  /**
   * Counts how often each class was called which, at the threshold.
   *
   * @return the counts
   * @throws IllegalArgumentException if no photo was scored
   */
  public ConfusionMatrix confusion() {
    return ConfusionMatrix.of(labelledScores(), threshold);
  }
}
