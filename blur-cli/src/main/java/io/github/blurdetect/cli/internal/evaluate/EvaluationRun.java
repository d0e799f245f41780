package io.github.blurdetect.cli.internal.evaluate;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.FailedPhoto;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.report.EvaluationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all evaluating verbs share: the options, the run and its report. */
final class EvaluationRun {
  private static final String STANDARD_OUTPUT = "-";

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write one self-contained page with charts and the worst mistakes.")
  private @Nullable Path html;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write all figures and every photo's score; '-' prints them instead.")
  private @Nullable String json;

  /**
   * Scores the folder and prints the report.
   *
   * @return the exit status
   */
  int run(BlurDetector detector, Path folder) throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (jobs < 1) {
      throw new ParameterException(command, "--jobs is " + jobs + ", expected at least 1");
    }
    EvaluationResult result = evaluate(detector, LabelledFolder.open(folder), command.getErr());
    PrintWriter err = command.getErr();
    for (FailedPhoto failed : result.failed()) {
      err.println("blur: " + failed.photo().name() + ": " + failed.error());
    }
    if (!result.scored().isEmpty()) {
      report(EvaluationReport.of(result), command.getOut());
    }
    return result.failed().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private void report(EvaluationReport report, PrintWriter out) throws IOException {
    boolean jsonOnly = STANDARD_OUTPUT.equals(json);
    out.print(jsonOnly ? report.json() : report.text());
    if (json != null && !jsonOnly) {
      Files.writeString(Path.of(json), report.json());
    }
    if (html != null) {
      Files.writeString(html, report.html());
    }
  }

  private EvaluationResult evaluate(BlurDetector detector, LabelledFolder folder, PrintWriter err)
      throws InterruptedException {
    try (Progress progress = Progress.start(err, "Scoring", folder.photos().size())) {
      return Evaluation.defaults()
          .withThreads(jobs)
          .withProgress((done, total) -> progress.stepTo(done))
          .run(detector.scorer(), folder)
          .withThreshold(detector.threshold());
    }
  }
}
