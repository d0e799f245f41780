package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Counts outcomes. Not safe for use by many threads. */
final class Summary {
  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private int failed;

  void add(Outcome outcome) {
    if (outcome.assessment() == null) {
      failed++;
    } else {
      verdicts.merge(outcome.assessment().verdict(), 1, Integer::sum);
    }
  }

  int failed() {
    return failed;
  }

  /** Says, for example, {@code 12 images: 7 clear, 5 blurred (scorer tree, threshold 0.5)}. */
  String line(BlurDetector detector) {
    int images = verdicts.values().stream().mapToInt(Integer::intValue).sum();
    StringJoiner text = new StringJoiner(", ");
    text.setEmptyValue("none scored");
    verdicts.forEach((verdict, count) -> text.add(count + " " + words(verdict)));
    return String.format(
        Locale.ROOT,
        "%d %s: %s (scorer %s, threshold %.3g)%s",
        images,
        images == 1 ? "image" : "images",
        text,
        detector.scorer().name(),
        detector.threshold(),
        failed == 0 ? "" : "; " + failed + " could not be read");
  }

  static String words(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
