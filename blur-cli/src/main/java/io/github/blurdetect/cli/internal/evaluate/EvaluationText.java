package io.github.blurdetect.cli.internal.evaluate;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.metrics.Calibration;
import io.github.blurdetect.dataset.metrics.ClassificationReport;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.GroupBootstrap;
import io.github.blurdetect.dataset.metrics.Interval;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.Locale;

/** Prints the figures of an evaluation for people. */
final class EvaluationText {
  private EvaluationText() {}

  static String of(EvaluationResult result) {
    LabelledScores scores = result.labelledScores();
    ConfusionMatrix matrix = result.confusion();
    return ClassificationReport.text(matrix)
        + "\nConfusion matrix (rows: truth, columns: call; clear first)\n"
        + matrix.text()
        + "\n\n"
        + figures(result, scores, matrix);
  }

  private static String figures(
      EvaluationResult result, LabelledScores scores, ConfusionMatrix matrix) {
    StringBuilder text = new StringBuilder();
    text.append(line("scorer %s, threshold %.4g", result.scorer(), result.threshold()));
    if (scores.blurredCount() == 0 || scores.clearCount() == 0) {
      return text.append("photos of one class only: no ranking figures\n").toString();
    }
    Interval f1 = GroupBootstrap.defaults().f1(scores, result.groups(), result.threshold());
    text.append(
        line("F1 %.4f (95 %% interval %.4f to %.4f)", matrix.blurred().f1(), f1.low(), f1.high()));
    text.append(line("ROC AUC %.4f", Ranking.rocAuc(scores)));
    text.append(line("average precision %.4f", Ranking.averagePrecision(scores)));
    text.append(
        line("expected calibration error %.4f (10 bins)", Calibration.expectedError(scores, 10)));
    return text.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
