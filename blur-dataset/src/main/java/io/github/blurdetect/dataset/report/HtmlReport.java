package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.FailedPhoto;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes an evaluation as one HTML page that needs nothing beside it. */
final class HtmlReport {
  private final StringBuilder out = new StringBuilder();
  private final EvaluationResult result;
  private final Figures figures;

  private HtmlReport(EvaluationResult result, Figures figures) {
    this.result = result;
    this.figures = figures;
  }

  static String of(
      EvaluationResult result,
      Figures figures,
      List<Breakdown> breakdowns,
      MistakeGallery gallery) {
    HtmlReport report = new HtmlReport(result, figures);
    report.head();
    report.cards();
    report.charts();
    report.breakdowns(breakdowns);
    report.out.append(gallery.html());
    report.failures();
    report.foot();
    return report.out.toString();
  }

  private void head() {
    add(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
            + "<title>Evaluation of %s</title><style>%s</style></head><body><main>\n",
        Html.escape(result.scorer()), style());
    add("<h1>Evaluation of the scorer <code>%s</code></h1>", Html.escape(result.scorer()));
    ConfusionMatrix matrix = figures.matrix();
    add(
        "<p class=\"soft\">%d photos of <code>%s</code>: <span class=\"clear\">%d clear</span>, "
            + "<span class=\"blurred\">%d blurred</span>%s. Called blurred above a score of %s.</p>",
        matrix.total(),
        Html.escape(result.folder().root().toString()),
        matrix.clear().support(),
        matrix.blurred().support(),
        extras(),
        Numbers.plain(result.threshold()));
  }

  private String extras() {
    StringBuilder text = new StringBuilder();
    if (!result.marginal().isEmpty()) {
      text.append(", and ").append(result.marginal().size()).append(" marginal");
    }
    if (!result.failed().isEmpty()) {
      text.append("; ").append(result.failed().size()).append(" could not be scored");
    }
    return text.toString();
  }

  private void cards() {
    ConfusionMatrix matrix = figures.matrix();
    add("\n<section class=\"cards\">");
    card(
        Numbers.fixed(matrix.blurred().f1(), 3),
        "F1, 95 %% interval "
            + Numbers.fixed(figures.f1Interval().low(), 3)
            + " to "
            + Numbers.fixed(figures.f1Interval().high(), 3));
    card(Numbers.fixed(matrix.blurred().precision(), 3), "precision");
    card(Numbers.fixed(matrix.blurred().recall(), 3), "recall");
    card(Numbers.fixed(figures.rocAuc(), 3), "area under ROC");
    card(Numbers.fixed(figures.averagePrecision(), 3), "average precision");
    if (Double.isNaN(figures.wordsLostCorrelation())) {
      card(Numbers.fixed(figures.calibrationError(), 3), "calibration error");
    } else {
      card(Numbers.fixed(figures.wordsLostCorrelation(), 3), "rank correlation with words lost");
    }
    add("</section>");
  }

  private void card(String value, String label) {
    out.append("<div class=\"card\"><b>").append(value).append("</b><span>");
    out.append(label.replace("%%", "%")).append("</span></div>");
  }

  private void charts() {
    LabelledScores scores = result.labelledScores();
    ConfusionMatrix matrix = figures.matrix();
    add("\n<h2>How well the classes are told apart</h2><section class=\"grid\">");
    panel("What was called what", matrix(matrix) + classes(matrix), calls());
    panel(
        "Scores",
        Charts.histogram(scores, result.threshold()),
        "<span class=\"clear\">Clear photos upwards</span>, <span class=\"blurred\">blurred ones "
            + "downwards</span>; the dashed line is the threshold.");
    if (!Double.isNaN(figures.rocAuc())) {
      panel("Receiver operating characteristic", Charts.roc(scores, matrix), "");
      panel("Precision and recall", Charts.precisionRecall(scores, matrix), "");
      panel(
          "Calibration",
          Charts.calibration(scores),
          "Expected calibration error "
              + Numbers.fixed(figures.calibrationError(), 4)
              + ", Brier score "
              + Numbers.fixed(figures.brier(), 4)
              + ". On the dashed line a score is the probability of blur.");
      panel(
          "F1 at other thresholds",
          Charts.f1ByThreshold(scores, result.threshold(), figures.bestThreshold()),
          best());
    }
    add("</section>");
  }

  private String calls() {
    int none = figures.clearWithoutText() + figures.blurredWithoutText();
    return none == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "No text was found in %d clear and %d blurred photos; they count as called clear.",
            figures.clearWithoutText(),
            figures.blurredWithoutText());
  }

  private String best() {
    return "Best F1 that any threshold gives on these very photos: "
        + Numbers.fixed(figures.bestF1(), 4)
        + ", at "
        + Numbers.plain(figures.bestThreshold())
        + ".";
  }

  private void panel(String title, String content, String note) {
    out.append("\n<div class=\"panel\"><h3>").append(Html.escape(title)).append("</h3>");
    out.append(content);
    if (!note.isEmpty()) {
      out.append("<p>").append(note).append("</p>");
    }
    out.append("</div>");
  }

  private static String matrix(ConfusionMatrix matrix) {
    int clear = matrix.clear().support();
    int blurred = matrix.blurred().support();
    return "<table class=\"matrix\"><tr><th></th><th>called clear</th><th>called blurred</th></tr>"
        + "<tr><th>clear</th>"
        + cell("", matrix.trueClear(), clear)
        + cell("wrong", matrix.falseBlurred(), clear)
        + "</tr><tr><th>blurred</th>"
        + cell("wrong", matrix.falseClear(), blurred)
        + cell("", matrix.trueBlurred(), blurred)
        + "</tr></table>";
  }

  private static String cell(String style, int count, int whole) {
    return String.format(
        Locale.ROOT,
        "<td class=\"%s\"><b>%d</b><span>%s</span></td>",
        style,
        count,
        Numbers.percent(count, whole));
  }

  private static String classes(ConfusionMatrix matrix) {
    StringBuilder text =
        new StringBuilder(
            "<table class=\"rows\"><tr><th></th><th>precision</th><th>recall</th><th>F1</th>"
                + "<th>photos</th></tr>");
    for (boolean blurred : new boolean[] {false, true}) {
      var metrics = blurred ? matrix.blurred() : matrix.clear();
      text.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s</td><td>%.4f</td><td>%.4f</td><td>%.4f</td><td>%d</td></tr>",
              blurred ? "blurred" : "clear",
              metrics.precision(),
              metrics.recall(),
              metrics.f1(),
              metrics.support()));
    }
    return text.append("</table>").toString();
  }

  private void breakdowns(List<Breakdown> breakdowns) {
    if (breakdowns.isEmpty()) {
      return;
    }
    add("\n<h2>Where it errs</h2><section class=\"grid\">");
    for (Breakdown breakdown : breakdowns) {
      panel(breakdown.title(), BreakdownTable.of(breakdown), "");
    }
    add("</section>");
  }

  private void failures() {
    if (result.failed().isEmpty()) {
      return;
    }
    add("\n<h2>Not scored</h2><div class=\"panel\"><ul class=\"plain\">");
    for (FailedPhoto failed : result.failed()) {
      add(
          "<li><code>%s</code> <span class=\"soft\">%s</span></li>",
          Html.escape(failed.photo().name()), Html.escape(failed.error()));
    }
    add("</ul></div>");
  }

  private void foot() {
    add(
        "\n<footer><p>“Blurred” is the positive class: precision is the share of photos called "
            + "blurred that are, recall the share of blurred photos that were called so. The "
            + "interval of F1 comes from 2000 bootstrap samples of whole groups (all photos of one "
            + "page), drawn with a fixed seed.</p></footer></main></body></html>\n");
  }

  private static String style() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}
