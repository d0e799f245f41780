package io.github.blurdetect.dataset.evaluation;

import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import java.util.List;

/**
 * What a scorer said of the photos of a labelled folder.
 *
 * @param scorer the scorer's name
 * @param threshold the blurriness above which a photo is called blurred
 * @param folder the photos
 * @param scored the clear and blurred photos that were scored, in the folder's order
 * @param marginal the marginal photos that were scored; they enter no figure of the two classes
 * @param failed the photos that could not be, in the folder's order
 */
public record EvaluationResult(
    String scorer,
    double threshold,
    LabelledFolder folder,
    List<ScoredPhoto> scored,
    List<ScoredPhoto> marginal,
    List<FailedPhoto> failed) {

  /** Copies the lists. */
  public EvaluationResult {
    scored = List.copyOf(scored);
    marginal = List.copyOf(marginal);
    failed = List.copyOf(failed);
  }

  /**
   * Returns this result judged at another threshold.
   *
   * @param value in [0, 1]
   * @return a new instance
   */
  public EvaluationResult withThreshold(double value) {
    return new EvaluationResult(scorer, value, folder, scored, marginal, failed);
  }

  /**
   * Returns this result with some of the clear and blurred photos only.
   *
   * @param photos those to keep; may be none
   * @return a new instance, without marginal photos
   */
  public EvaluationResult only(List<ScoredPhoto> photos) {
    return new EvaluationResult(scorer, threshold, folder, photos, List.of(), failed);
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
