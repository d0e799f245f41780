package io.github.blurdetect.dataset.report;

import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.folder.PhotoRecords;
import io.github.blurdetect.dataset.metrics.BestThreshold;
import io.github.blurdetect.dataset.metrics.ClassMetrics;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.dataset.metrics.GroupBootstrap;
import io.github.blurdetect.dataset.metrics.Interval;
import io.github.blurdetect.dataset.metrics.LabelledScores;
import io.github.blurdetect.dataset.metrics.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Several scorers on the same photos, side by side: all photos, and by kind of blur, noise, scale,
 * compression and coverage, as {@code photos.jsonl} tells them.
 *
 * @param results one a scorer, of the same folder
 */
public record Comparison(List<EvaluationResult> results) {

  /** Photos of one kind; {@code of} says whether a photo belongs. */
  private record Part(String name, BiPredicate<PhotoRecords, String> of) {}

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is none, or they are of different folders
   */
  public Comparison {
    results = List.copyOf(results);
    if (results.isEmpty()) {
      throw new IllegalArgumentException("no evaluation to compare, expected at least one");
    }
    for (EvaluationResult result : results) {
      if (!result.folder().root().equals(results.get(0).folder().root())) {
        throw new IllegalArgumentException(
            "evaluations are of %s and of %s, expected one folder"
                .formatted(results.get(0).folder().root(), result.folder().root()));
      }
    }
  }

  /**
   * Returns two Markdown tables: the figures of each scorer over all photos, and each scorer's F1
   * by kind of photo, with 95 % intervals by bootstrap over groups. Kinds of which {@code
   * photos.jsonl} knows no photo are left out.
   *
   * @return lines, each ended by a line feed; the same results give the same text
   */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        "| scorer | threshold | F1 | precision | recall | ROC AUC | best F1 at any threshold");
    text.append(" |\n|---|---|---|---|---|---|---|\n");
    results.forEach(result -> text.append(overall(result)));
    text.append("\n| photos | clear | blurred |");
    results.forEach(result -> text.append(' ').append(result.scorer()).append(" |"));
    text.append("\n|---|---|---|").append("---|".repeat(results.size())).append('\n');
    for (Part part : parts()) {
      text.append(row(part));
    }
    return text.toString();
  }

  private static String overall(EvaluationResult result) {
    LabelledScores scores = scores(result.scored());
    ClassMetrics blurred = ConfusionMatrix.of(scores, result.threshold()).blurred();
    boolean both = scores.blurredCount() > 0 && scores.clearCount() > 0;
    double best = both ? BestThreshold.byF1(scores) : Double.NaN;
    return String.format(
        Locale.ROOT,
        "| %s | %.4g | %s | %.3f | %.3f | %s | %s |\n",
        result.scorer(),
        result.threshold(),
        f1(result, result.scored()),
        blurred.precision(),
        blurred.recall(),
        both ? String.format(Locale.ROOT, "%.4f", Ranking.rocAuc(scores)) : "",
        both
            ? String.format(Locale.ROOT, "%.3f", ConfusionMatrix.of(scores, best).blurred().f1())
            : "");
  }

  private String row(Part part) {
    List<ScoredPhoto> first = photos(results.get(0), part);
    long blurred = first.stream().filter(photo -> photo.photo().blurred()).count();
    if (first.isEmpty()) {
      return "";
    }
    StringBuilder row =
        new StringBuilder(
            "| %s | %d | %d |".formatted(part.name(), first.size() - blurred, blurred));
    for (EvaluationResult result : results) {
      row.append(' ').append(cell(result, photos(result, part))).append(" |");
    }
    return row.append('\n').toString();
  }

  // F1 says nothing where one class is missing: there the share of right calls is given.
  private static String cell(EvaluationResult result, List<ScoredPhoto> photos) {
    if (photos.isEmpty()) {
      return "";
    }
    LabelledScores scores = scores(photos);
    if (scores.blurredCount() > 0 && scores.clearCount() > 0) {
      return f1(result, photos);
    }
    double right = ConfusionMatrix.of(scores, result.threshold()).accuracy();
    return String.format(Locale.ROOT, "%.1f %% right", 100 * right);
  }

  private static String f1(EvaluationResult result, List<ScoredPhoto> photos) {
    LabelledScores scores = scores(photos);
    List<String> groups = photos.stream().map(photo -> photo.photo().group()).toList();
    double f1 = ConfusionMatrix.of(scores, result.threshold()).blurred().f1();
    Interval interval = GroupBootstrap.defaults().f1(scores, groups, result.threshold());
    return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", f1, interval.low(), interval.high());
  }

  private static List<ScoredPhoto> photos(EvaluationResult result, Part part) {
    PhotoRecords records = result.folder().records();
    return result.scored().stream()
        .filter(photo -> part.of().test(records, photo.photo().name()))
        .toList();
  }

  // A photo without text is never called blurred, so it enters with the score 0.
  private static LabelledScores scores(List<ScoredPhoto> photos) {
    double[] scores =
        photos.stream()
            .mapToDouble(photo -> photo.score().textFound() ? photo.score().blurriness() : 0)
            .toArray();
    boolean[] blurred = new boolean[scores.length];
    IntStream.range(0, blurred.length).forEach(i -> blurred[i] = photos.get(i).photo().blurred());
    return LabelledScores.of(scores, blurred);
  }

  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("all", (records, name) -> true));
    for (String kind : List.of("none", "gaussian", "defocus", "motion", "shake", "measured")) {
      parts.add(text("blur: " + kind, "blur.kind", kind));
    }
    for (String coverage : List.of("whole", "part", "varying")) {
      parts.add(text("coverage: " + coverage, "blur.coverage", coverage));
    }
    parts.addAll(ranges("noise sigma", "noise_sigma", 0, 1.5, 4.5, 9, 20));
    parts.addAll(ranges("scale", "scale", 0.5, 0.85, 1.15, 2));
    parts.addAll(ranges("x-height (px)", "x_height", 0, 8, 12, 18, 100));
    parts.addAll(ranges("JPEG quality", "jpeg_quality", 40, 65, 80, 101));
    parts.add(
        new Part(
            "worst: noise over 9, scale under 0.85",
            (records, name) ->
                within(records, name, "noise_sigma", 9, 100)
                    && within(records, name, "scale", 0, 0.85)));
    return parts;
  }

  private static Part text(String title, String key, String value) {
    return new Part(title, (records, name) -> records.text(name, key).equals(Optional.of(value)));
  }

  private static List<Part> ranges(String title, String key, double... edges) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i + 1 < edges.length; i++) {
      double low = edges[i];
      double high = edges[i + 1];
      String name = String.format(Locale.ROOT, "%s: %s to %s", title, plain(low), plain(high));
      parts.add(new Part(name, (records, photo) -> within(records, photo, key, low, high)));
    }
    return parts;
  }

  private static boolean within(
      PhotoRecords records, String name, String key, double low, double high) {
    OptionalDouble value = records.number(name, key);
    return value.isPresent() && value.getAsDouble() >= low && value.getAsDouble() < high;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
