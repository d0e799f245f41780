package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.metrics.BestThreshold;
import io.github.blurdetect.dataset.metrics.Calibration;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.GroupBootstrap;
import io.github.blurdetect.dataset.metrics.Interval;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.RankCorrelation;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures of an evaluation.
 *
 * <p>A photo in which no text was found is never called blurred: it counts as called clear, and as
 * a score of 0.
 *
 * @param matrix how often each class was called which
 * @param f1Interval 95 % interval of the blurred class's F1, by bootstrap over groups
 * @param rocAuc area under the ROC curve; NaN where a class is missing
 * @param averagePrecision NaN where no photo is blurred
 * @param brier mean squared difference of score and truth
 * @param calibrationError expected calibration error in ten bins
 * @param bestThreshold threshold of the best F1 on these very photos, so for comparison only; NaN
 *     where a class is missing
 * @param bestF1 F1 at that threshold
 * @param wordsLostCorrelation Spearman's correlation of score and share of words lost, over all
 *     photos with both, marginal ones too; NaN where there are fewer than two
 * @param wordsLostPhotos number of those photos
 * @param clearWithoutText clear photos in which no text was found
 * @param blurredWithoutText blurred photos in which no text was found
 */
public record Figures(
    ConfusionMatrix matrix,
    Interval f1Interval,
    double rocAuc,
    double averagePrecision,
    double brier,
    double calibrationError,
    double bestThreshold,
    double bestF1,
    double wordsLostCorrelation,
    int wordsLostPhotos,
    int clearWithoutText,
    int blurredWithoutText) {

  /** Bins of the calibration error and curve. */
  static final int BINS = 10;

  /**
   * Computes the figures.
   *
   * @param result at least one scored photo
   * @return the figures
   * @throws IllegalArgumentException if no photo was scored
   */
  public static Figures of(EvaluationResult result) {
    LabelledScores scores = result.labelledScores();
    boolean blurred = scores.blurredCount() > 0;
    boolean both = blurred && scores.clearCount() > 0;
    double best = both ? BestThreshold.byF1(scores) : Double.NaN;
    List<double[]> lost = wordsLost(result);
    return new Figures(
        result.confusion(),
        GroupBootstrap.defaults().f1(scores, result.groups(), result.threshold()),
        both ? Ranking.rocAuc(scores) : Double.NaN,
        blurred ? Ranking.averagePrecision(scores) : Double.NaN,
        Calibration.brier(scores),
        Calibration.expectedError(scores, BINS),
        best,
        both ? ConfusionMatrix.of(scores, best).blurred().f1() : Double.NaN,
        correlation(lost),
        lost.size(),
        withoutText(result, false),
        withoutText(result, true));
  }

  /** Pairs of score and share of words lost. */
  private static List<double[]> wordsLost(EvaluationResult result) {
    List<ScoredPhoto> photos = new ArrayList<>(result.scored());
    photos.addAll(result.marginal());
    List<double[]> pairs = new ArrayList<>();
    for (ScoredPhoto photo : photos) {
      OptionalDouble read = result.folder().records().number(photo.photo().name(), "word_share");
      if (read.isPresent() && photo.score().textFound()) {
        pairs.add(new double[] {photo.score().blurriness(), 1 - read.getAsDouble()});
      }
    }
    return pairs;
  }

  private static double correlation(List<double[]> pairs) {
    return pairs.size() < 2
        ? Double.NaN
        : RankCorrelation.spearman(
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static int withoutText(EvaluationResult result, boolean blurred) {
    return (int)
        result.scored().stream()
            .filter(photo -> photo.photo().blurred() == blurred && !photo.score().textFound())
            .count();
  }
}
