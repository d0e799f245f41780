package io.github.blurdetect.bench.report;

import io.github.blurdetect.bench.growth.GrowthRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What was to be reached, and what was. */
final class Bars {
  private static final String KERNEL = "FocusKernelBenchmark";
  private static final String VERDICT = "VerdictBenchmark";
  private static final String LARGE = "4000x3000";

  private final Figures figures;
  private final List<GrowthRow> growth;
  private final StringBuilder text = new StringBuilder();

  private Bars(Figures figures, List<GrowthRow> growth) {
    this.figures = figures;
    this.growth = growth;
  }

  /** Returns a table; what was not measured is left out. */
  static String of(Figures figures, List<GrowthRow> growth) {
    Bars bars = new Bars(figures, growth);
    bars.text.append("| what | bar | measured | |\n|---|---|---|---|\n");
    bars.all();
    return bars.text.append('\n').toString();
  }

  private void all() {
    faster("Vector API kernel, 12 MP, against OpenCV CV_64F", 15, KERNEL, "opencv64f", "vector");
    faster("the same against OpenCV CV_16S", 4, KERNEL, "opencv16s", "vector");
    faster("plain Java kernel, 12 MP, against OpenCV CV_64F", 6, KERNEL, "opencv64f", "scalar");
    faster("the same against OpenCV CV_16S", 2, KERNEL, "opencv16s", "scalar");
    figures
        .nanos("TreeBenchmark", "treeAndStack", "")
        .ifPresent(nanos -> row("tree and stack, µs", "at most", 2, nanos / 1e3, x -> x));
    figures
        .nanos("CnnBenchmark", "fp32", "")
        .ifPresent(nanos -> row("the network on 12 tiles, ms", "at most", 10, nanos / 1e6, x -> x));
    for (String print : List.of("usual", "small")) {
      verdicts(print);
    }
    Double many = rss(1000);
    if (many != null) {
      row("`blur score` over 1,000 photos, peak RSS MiB", "at most", 1024, many, x -> x);
    }
    Optional<Double> slower = millis(1000).flatMap(m -> millis(100).map(few -> m / few));
    slower.ifPresent(r -> row("time a photo, 1,000 over 100 photos", "at most", 1.0, r, x -> x));
  }

  /** Figures of the benchmark's parameters photo and print. */
  private void verdicts(String print) {
    String end = ", " + print + " print";
    for (String photo : List.of("sharp", "blurred", "unsure")) {
      String what = "classical verdict over ImageIO.read, " + photo + end;
      share(what, 1.0, "tree", photo + ", " + print);
    }
    String what = "default verdict over ImageIO.read, CNN ";
    share(what + "asked" + end, 1.5, "stack", "unsure, " + print);
    for (String photo : List.of("sharp", "blurred")) {
      share(what + "not asked, " + photo + end, 1.05, "stack", photo + ", " + print);
    }
    for (String photo : List.of("sharp", "blurred", "unsure")) {
      String steps = "default against the Python system's steps, " + photo + end;
      ratio(VERDICT, "reference", "stack", photo + ", " + print)
          .ifPresent(r -> row(steps, "at least", 10, r, x -> -x));
      String service = "the same with its models loaded anew, as it does, " + photo + end;
      ratio(VERDICT, "referenceService", "stack", photo + ", " + print)
          .ifPresent(r -> row(service, "at least", 10, r, x -> -x));
    }
  }

  private void faster(String what, double bar, String group, String slow, String fast) {
    ratio(group, slow, fast, LARGE)
        .ifPresent(r -> row(what + ", times", "at least", bar, r, x -> -x));
  }

  private void share(String what, double bar, String way, String photo) {
    ratio(VERDICT, way, "imageIo", photo).ifPresent(r -> row(what, "at most", bar, r, x -> x));
  }

  private Optional<Double> ratio(String group, String above, String below, String parameter) {
    return figures
        .nanos(group, above, parameter)
        .flatMap(a -> figures.nanos(group, below, parameter).map(b -> a / b));
  }

  private void row(String what, String side, double bar, double found, DoubleUnaryOperator order) {
    boolean met = order.applyAsDouble(found) <= order.applyAsDouble(bar);
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s %s | %s | %s |%n",
            what,
            side,
            bar == Math.rint(bar) ? String.valueOf((long) bar) : String.valueOf(bar),
            Tables.significant(found),
            met ? "met" : "**not met**"));
  }

  private @Nullable Double rss(int files) {
    return files(files).map(GrowthRow::peakRssMiB).orElse(null);
  }

  private Optional<Double> millis(int files) {
    return files(files).map(GrowthRow::millis);
  }

  private Optional<GrowthRow> files(int files) {
    return growth.stream()
        .filter(row -> row.kind().equals("files") && row.files() == files)
        .findFirst();
  }
}
