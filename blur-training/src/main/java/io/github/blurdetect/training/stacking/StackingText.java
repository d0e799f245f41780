package io.github.blurdetect.training.stacking;

import io.github.blurdetect.dataset.metrics.ClassificationReport;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.GroupBootstrap;
import io.github.blurdetect.dataset.metrics.Interval;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import io.github.blurdetect.stacking.Cascade;
import io.github.blurdetect.stacking.fit.CalibrationCurve;
import io.github.blurdetect.stacking.fit.ScoreTable;
import io.github.blurdetect.stacking.fit.StackerFit;
import java.util.List;
import java.util.Locale;

/** Says what training a stack came to. */
final class StackingText {
  private StackingText() {}

  static String of(StackerFit fit) {
    StringBuilder text = new StringBuilder();
    text.append("Candidates, by cross-validation over groups, best first\n");
    text.append(line("%-22s %-9s %9s %8s %8s", "combiner", "calibr.", "log loss", "F1", "ECE"));
    for (StackerFit.Candidate each : fit.candidates()) {
      text.append(
          line(
              "%-22s %-9s %9.4f %8.4f %8.4f",
              each.combiner(),
              each.calibration(),
              each.logLoss(),
              each.f1(),
              each.calibrationError()));
    }
    return text.append('\n').append(report(fit)).append(curve(fit)).append(cascade(fit)).toString();
  }

  private static String report(StackerFit fit) {
    LabelledScores scores = scores(fit);
    List<String> groups = fit.rows().stream().map(ScoreTable.Row::group).toList();
    double threshold = fit.model().threshold();
    ConfusionMatrix matrix = ConfusionMatrix.of(scores, threshold);
    Interval f1 = GroupBootstrap.defaults().f1(scores, groups, threshold);
    return "The best, out of fold\n"
        + ClassificationReport.text(matrix)
        + "\nConfusion matrix (rows: truth, columns: call; clear first)\n"
        + matrix.text()
        + "\n\n"
        + line("F1 %.4f (95 %% interval %.4f to %.4f)", matrix.blurred().f1(), f1.low(), f1.high())
        + line("ROC AUC %.4f", Ranking.rocAuc(scores));
  }

  private static LabelledScores scores(StackerFit fit) {
    boolean[] blurred = new boolean[fit.rows().size()];
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = fit.rows().get(i).blurred();
    }
    return LabelledScores.of(
        fit.predicted().stream().mapToDouble(Double::doubleValue).toArray(), blurred);
  }

  private static String curve(StackerFit fit) {
    StringBuilder text =
        new StringBuilder(line("expected calibration error %.4f", fit.curve().expectedError()));
    for (CalibrationCurve.Bin bin : fit.curve().bins()) {
      text.append(
          line(
              "  predicted %.3f, blurred %.3f of %d photos",
              bin.meanPredicted(), bin.shareBlurred(), bin.count()));
    }
    return text.toString();
  }

  private static String cascade(StackerFit fit) {
    if (fit.model().cascade().isEmpty()) {
      return "no cascade\n";
    }
    Cascade cascade = fit.model().cascade().get();
    return line(
        "cascade: %s alone at or under %.4f and at or over %.4f: %.1f %% of the photos, %.2f %% of"
            + " the verdicts changed",
        cascade.member(),
        cascade.low(),
        cascade.high(),
        100 * cascade.earlyShare(),
        100 * cascade.verdictChangeRate());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
