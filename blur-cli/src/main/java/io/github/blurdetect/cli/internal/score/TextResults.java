package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurReason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Aligned columns: verdict, score, path, reasons; then a summary. */
final class TextResults implements ResultWriter {
  private static final int WIDEST_PATH = 60;

  private final PrintWriter out;
  private int pathWidth;

  TextResults(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> first) {
    pathWidth =
        first.stream()
            .mapToInt(TextResults::columns)
            .filter(width -> width <= WIDEST_PATH)
            .max()
            .orElse(0);
  }

  @Override
  public void write(Outcome outcome) {
    BlurAssessment assessment = outcome.assessment();
    String line =
        assessment == null
            ? line("error", "-", outcome.name(), String.valueOf(outcome.error()))
            : line(
                Summary.words(assessment.verdict()),
                String.format(Locale.ROOT, "%.3f", assessment.blurriness()),
                outcome.name(),
                assessment.reasons().stream()
                    .map(BlurReason::message)
                    .collect(Collectors.joining("; ")));
    out.print(line + '\n');
  }

  private String line(String verdict, String score, String path, String reasons) {
    String name = printable(path);
    String padding = " ".repeat(Math.max(0, pathWidth - columns(name)));
    return String.format("%-8s  %5s  %s%s  %s", verdict, score, name, padding, printable(reasons))
        .stripTrailing();
  }

  @Override
  public void end(Summary summary, BlurDetector detector) {
    out.print(summary.line(detector) + '\n');
  }

  /** Keeps file names from steering the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** Returns the columns a terminal takes for a text: two for each CJK character. */
  private static int columns(String text) {
    return text.codePoints().map(each -> Character.isIdeographic(each) ? 2 : 1).sum();
  }
}
