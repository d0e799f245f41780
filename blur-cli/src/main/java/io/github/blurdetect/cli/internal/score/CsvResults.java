package io.github.blurdetect.cli.internal.score;

import com.google.common.base.CharMatcher;
import io.github.blurdetect.api.BlurAssessment;
import io.github.blurdetect.api.BlurReason;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values with a header; quoted as RFC 4180 says where needed. */
final class CsvResults implements ResultWriter {
  private static final CharMatcher SPECIAL = CharMatcher.anyOf(",\"\r\n");

  private final PrintWriter out;

  CsvResults(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> first) {
    out.print("path,score,blurred,verdict,scorer,threshold,reasons,error\n");
  }

  @Override
  public void write(Outcome outcome) {
    BlurAssessment assessment = outcome.assessment();
    List<String> fields =
        assessment == null
            ? List.of(outcome.name(), "", "", "", "", "", "", String.valueOf(outcome.error()))
            : List.of(
                outcome.name(),
                Double.toString(assessment.blurriness()),
                Boolean.toString(assessment.blurred()),
                assessment.verdict().name(),
                assessment.scorer(),
                Double.toString(assessment.threshold()),
                assessment.reasons().stream()
                    .map(BlurReason::message)
                    .collect(Collectors.joining("; ")),
                "");
    out.print(fields.stream().map(CsvResults::quoted).collect(Collectors.joining(",")) + '\n');
  }

  private static String quoted(String field) {
    return SPECIAL.matchesNoneOf(field) ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
