package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.metrics.ClassificationReport;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import java.util.List;
import java.util.Locale;

/** Prints an evaluation for a terminal. */
final class TextReport {
  private static final int MOST_MISTAKES = 10;

  private final StringBuilder text = new StringBuilder();

  private TextReport() {}

  static String of(EvaluationResult result, Figures figures, List<Breakdown> breakdowns) {
    TextReport report = new TextReport();
    report.line("scorer %s, threshold %.4g", result.scorer(), result.threshold());
    report.text.append('\n').append(ClassificationReport.text(figures.matrix())).append('\n');
    report.line("Confusion matrix (rows: truth, columns: call; clear first)");
    report.text.append(figures.matrix().text()).append("\n\n");
    report.figures(figures);
    breakdowns.forEach(report::breakdown);
    report.mistakes("Clear photos called blurred", Mistakes.of(result, false));
    report.mistakes("Blurred photos called clear", Mistakes.of(result, true));
    report.failures(result);
    return report.text.toString();
  }

  private void figures(Figures figures) {
    line(
        "F1 %.4f (95 %% interval %.4f to %.4f, bootstrap over groups)",
        figures.matrix().blurred().f1(), figures.f1Interval().low(), figures.f1Interval().high());
    line("ROC AUC %s", Numbers.fixed(figures.rocAuc(), 4));
    line("average precision %s", Numbers.fixed(figures.averagePrecision(), 4));
    line(
        "Brier score %.4f, expected calibration error %.4f",
        figures.brier(), figures.calibrationError());
    if (!Double.isNaN(figures.bestThreshold())) {
      line(
          "best F1 on these very photos %.4f, at threshold %.4g",
          figures.bestF1(), figures.bestThreshold());
    }
    if (!Double.isNaN(figures.wordsLostCorrelation())) {
      line(
          "rank correlation with the share of words lost %.4f (%d photos)",
          figures.wordsLostCorrelation(), figures.wordsLostPhotos());
    }
    if (figures.clearWithoutText() + figures.blurredWithoutText() > 0) {
      line(
          "no text found in %d clear and %d blurred photos, which count as called clear",
          figures.clearWithoutText(), figures.blurredWithoutText());
    }
  }

  private void breakdown(Breakdown breakdown) {
    int wide = Math.max(12, breakdown.title().length());
    for (Stratum stratum : breakdown.strata()) {
      wide = Math.max(wide, stratum.value().length());
    }
    String format = "%-" + wide + "s  %7s  %8s  %13s  %13s  %7s  %7s";
    text.append('\n');
    line(format, breakdown.title(), "photos", "blurred", "false alarms", "misses", "F1", "AUC");
    for (Stratum stratum : breakdown.strata()) {
      ConfusionMatrix matrix = stratum.matrix();
      line(
          format,
          stratum.value(),
          matrix.total(),
          matrix.blurred().support(),
          counted(matrix.falseBlurred(), matrix.clear().support()),
          counted(matrix.falseClear(), matrix.blurred().support()),
          Numbers.fixed(stratum.f1(), 4),
          Numbers.fixed(stratum.rocAuc(), 4));
    }
  }

  private static String counted(int part, int whole) {
    return part + " (" + Numbers.percent(part, whole) + ")";
  }

  private void mistakes(String title, List<ScoredPhoto> photos) {
    if (photos.isEmpty()) {
      return;
    }
    text.append('\n');
    line("%s: %d%s", title, photos.size(), photos.size() > MOST_MISTAKES ? ", the worst:" : ":");
    for (ScoredPhoto photo : photos.subList(0, Math.min(MOST_MISTAKES, photos.size()))) {
      String score =
          photo.score().textFound()
              ? String.format(Locale.ROOT, "%.4f", photo.score().blurriness())
              : "no text";
      line("  %7s  %s", score, photo.photo().name());
    }
  }

  private void failures(EvaluationResult result) {
    if (!result.failed().isEmpty()) {
      text.append('\n');
      line("Not scored: %d", result.failed().size());
      result.failed().forEach(failed -> line("  %s: %s", failed.photo().name(), failed.error()));
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
