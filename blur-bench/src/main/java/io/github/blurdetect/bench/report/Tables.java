package io.github.blurdetect.bench.report;

import io.github.blurdetect.bench.growth.GrowthRow;
import io.github.blurdetect.bench.report.Figures.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Markdown tables of figures. */
final class Tables {

  /**
   * A benchmark's table.
   *
   * @param group the benchmark's class
   * @param title a heading
   * @param base the way to which all others are compared
   */
  private record Spec(String group, String title, String base) {}

  private static final List<Spec> SPECS =
      List.of(
          new Spec(
              "VerdictBenchmark", "From the bytes of a 12-megapixel JPEG to a verdict", "imageIo"),
          new Spec("DecodeBenchmark", "Decoding a 12-megapixel JPEG", "imageIo"),
          new Spec(
              "FocusKernelBenchmark",
              "Laplacian variance and Tenengrad of a grey plane",
              "opencv64f"),
          new Spec("TreeBenchmark", "From features to a score", "xgboost"),
          new Spec("CnnBenchmark", "Networks, one photo", "fp32"));

  private Tables() {}

  /** Returns a table for every benchmark that was run. */
  static String of(Figures figures) {
    StringBuilder text = new StringBuilder();
    for (Spec spec : SPECS) {
      List<Figure> rows = figures.of(spec.group);
      if (!rows.isEmpty()) {
        text.append("### ").append(spec.title).append("\n\n");
        table(spec, rows, figures, text);
      }
    }
    return text.toString();
  }

  private static void table(Spec spec, List<Figure> figures, Figures all, StringBuilder text) {
    List<String> ways = figures.stream().map(Figure::way).distinct().toList();
    List<String> columns = figures.stream().map(Figure::parameter).distinct().toList();
    text.append("| ").append(spec.group).append(" |");
    columns.forEach(
        column -> text.append(' ').append(column.isEmpty() ? "time" : column).append(" |"));
    text.append(" allocated |\n|---|").append("---|".repeat(columns.size() + 1)).append('\n');
    for (String way : ways) {
      text.append("| `").append(way).append("` |");
      double bytes = Double.NaN;
      for (String column : columns) {
        Optional<Figure> figure =
            figures.stream()
                .filter(f -> f.way().equals(way) && f.parameter().equals(column))
                .findFirst();
        bytes = figure.map(Figure::bytes).orElse(bytes);
        Optional<Double> base = all.nanos(spec.group, spec.base, column);
        text.append(' ').append(figure.map(f -> cell(f, base)).orElse("")).append(" |");
      }
      text.append(' ').append(bytes(bytes)).append(" |\n");
    }
    text.append("\nIn brackets: time over that of `").append(spec.base).append("`.\n\n");
  }

  private static String cell(Figure figure, Optional<Double> base) {
    String ratio = base.map(b -> " (" + significant(figure.nanos() / b) + ")").orElse("");
    return time(figure.nanos(), figure.error()) + ratio;
  }

  private static String time(double nanos, double error) {
    double unit = nanos < 10_000 ? 1 : nanos < 1_000_000 ? 1e3 : 1e6;
    String name = unit == 1 ? " ns" : unit == 1e3 ? " µs" : " ms";
    String interval = Double.isNaN(error) ? "" : " ± " + significant(error / unit);
    return significant(nanos / unit) + interval + name;
  }

  /** Two or three digits that mean something. */
  static String significant(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String bytes(double bytes) {
    if (Double.isNaN(bytes)) {
      return "";
    }
    // JMH's own bookkeeping shows as a fraction of a byte.
    if (bytes < 1) {
      return "0";
    }
    return bytes < 10_000 ? significant(bytes) + " B" : significant(bytes / (1 << 20)) + " MiB";
  }

  /** Returns the tables of what grows. */
  static String of(List<GrowthRow> rows) {
    List<String> text = new ArrayList<>();
    text.add("### Cost as work grows\n");
    text.add(
        "| what grows | megapixels | threads | files | ms a photo | allocated MiB | peak RSS MiB |");
    text.add("|---|---|---|---|---|---|---|");
    for (GrowthRow row : rows) {
      text.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d | %d | %s | %s | %s |",
              row.kind(),
              significant(row.megapixels()),
              row.threads(),
              row.files(),
              significant(row.millis()),
              optional(row.allocatedMiB()),
              optional(row.peakRssMiB())));
    }
    return String.join("\n", text) + "\n\n";
  }

  private static String optional(@Nullable Double value) {
    return value == null ? "" : significant(value);
  }
}
