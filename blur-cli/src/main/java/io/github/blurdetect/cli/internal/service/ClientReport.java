package io.github.blurdetect.cli.internal.service;

import io.github.blurdetect.dataset.metrics.ClassificationReport;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.service.ServiceVerdict;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts answers and prints what a run of the client showed. Not safe for use by many threads. */
final class ClientReport {
  private static final double NANOS_PER_MILLI = 1e6;

  // [truth][call], 1 = blurred.
  private final int[][] calls = new int[2][2];
  private long[] nanos = new long[64];
  private int answered;
  private int failed;

  void add(Answer answer) {
    ServiceVerdict verdict = answer.verdict();
    if (verdict == null) {
      failed++;
      return;
    }
    if (answered == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * nanos.length);
    }
    nanos[answered++] = answer.nanos();
    @Nullable Boolean truth = answer.photo().blurred();
    if (truth != null) {
      calls[truth ? 1 : 0][verdict.blurred() ? 1 : 0]++;
    }
  }

  int failed() {
    return failed;
  }

  String text(long wallNanos) {
    StringBuilder text = new StringBuilder();
    ConfusionMatrix matrix =
        new ConfusionMatrix(calls[0][0], calls[0][1], calls[1][0], calls[1][1]);
    if (matrix.total() > 0) {
      text.append(ClassificationReport.text(matrix))
          .append("\nConfusion matrix (rows: truth, columns: call; clear first)\n")
          .append(matrix.text())
          .append("\n\n");
    }
    double seconds = wallNanos / (1000 * NANOS_PER_MILLI);
    text.append(line("%d answered, %d failed in %.2f s", answered, failed, seconds));
    if (answered > 0) {
      text.append(line("throughput %.1f images/s", answered / seconds));
      text.append(latency());
    }
    return text.toString();
  }

  private String latency() {
    long[] sorted = Arrays.copyOf(nanos, answered);
    Arrays.sort(sorted);
    return line(
        "latency ms: median %.1f, 90 %% %.1f, 99 %% %.1f, longest %.1f",
        percentile(sorted, 50),
        percentile(sorted, 90),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  /** The smallest latency that so many percent of the answers do not exceed (nearest rank). */
  private static double percentile(long[] sorted, int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
