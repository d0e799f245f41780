package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import java.util.Locale;

/** One breakdown as an HTML table with a bar for each rate of errors. */
final class BreakdownTable {
  private BreakdownTable() {}

  static String of(Breakdown breakdown) {
    StringBuilder text =
        new StringBuilder(
            "<table class=\"rows\"><tr><th></th><th>photos</th><th>alarms</th><th>misses</th>"
                + "<th>F1</th><th>AUC</th></tr>");
    for (Stratum stratum : breakdown.strata()) {
      ConfusionMatrix matrix = stratum.matrix();
      text.append("<tr><td title=\"")
          .append(Html.escape(stratum.value()))
          .append("\">")
          .append(Html.escape(stratum.value().replace(" to ", "–")))
          .append("</td><td>")
          .append(matrix.total())
          .append("</td><td>")
          .append(rate("alarm", matrix.falseBlurred(), matrix.clear().support()))
          .append("</td><td>")
          .append(rate("", matrix.falseClear(), matrix.blurred().support()))
          .append("</td><td>")
          .append(Numbers.fixed(stratum.f1(), 3))
          .append("</td><td>")
          .append(Numbers.fixed(stratum.rocAuc(), 3))
          .append("</td></tr>");
    }
    return text.append("</table>").toString();
  }

  private static String rate(String style, int part, int whole) {
    if (whole == 0) {
      return "–";
    }
    return String.format(
        Locale.ROOT,
        "<span title=\"%d of %d\">%s</span><span class=\"bar\"><i class=\"%s\" "
            + "style=\"width:%.1f%%\"></i></span>",
        part,
        whole,
        Numbers.percent(part, whole),
        style,
        100.0 * part / whole);
  }
}
