package io.github.blurdetect.cli.internal.score;

import io.github.blurdetect.api.BlurDetector;
import java.io.PrintWriter;
import java.util.List;

/** Prints outcomes in one format. Not safe for use by many threads. */
interface ResultWriter {

  /** Prints what comes before all results; {@code first} are the names of the first inputs. */
  default void begin(List<String> first) {}

  /** Prints one result. */
  void write(Outcome outcome);

  /** Prints what comes after all results. */
  default void end(Summary summary, BlurDetector detector) {}

  /** Makes the writer of a format. */
  static ResultWriter of(Format format, PrintWriter out) {
    return switch (format) {
      case text -> new TextResults(out);
      case json -> new JsonResults(out);
      case csv -> new CsvResults(out);
    };
  }
}
