package io.github.blurdetect.cli.internal.evaluate;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.internal.ScorerChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code blur evaluate}: any scorer on any labelled folder. */
@Command(
    name = "evaluate",
    description = "Measures how well a scorer does on labelled photos.",
    footer = {"", "Exit status: 0 all scored, 2 bad usage, 3 some photos could not be read."})
public final class EvaluateVerb implements BlurVerb, Callable<Integer> {
  @Mixin private ScorerChoice choice = new ScorerChoice();
  @Mixin private EvaluationRun run = new EvaluationRun();

  @Parameters(
      paramLabel = "FOLDER",
      description = "Holds Good_License (clear photos) and Bad_License (blurred ones).")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (BlurDetector detector = choice.detector()) {
      return run.run(detector, folder);
    }
  }
}
