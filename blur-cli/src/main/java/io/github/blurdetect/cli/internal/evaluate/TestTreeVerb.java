package io.github.blurdetect.cli.internal.evaluate;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.WorkFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur test_tree}: the tree that train_tree made, on the test photos. */
@Command(
    name = "test_tree",
    description = "Measures the tree scorer on labelled photos.",
    footer = {"", "Exit status: 0 all scored, 2 bad usage, 3 some photos could not be read."})
public final class TestTreeVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private EvaluationRun run = new EvaluationRun();

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = WorkFolders.TEST,
      description = "Holds Good_License and Bad_License. Default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of(WorkFolders.TEST);

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "Model to test. Default: "
              + WorkFolders.TREE_MODEL
              + " if there is one, else the"
              + " model that comes with the scorer.")
  private @Nullable Path model;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path trained = Path.of(WorkFolders.TREE_MODEL);
    Path used = model == null && Files.exists(trained) ? trained : model;
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("model: " + (used == null ? "the one that comes with the scorer" : used));
    ScorerOptions options = ScorerOptions.defaults();
    ScorerOptions chosen = used == null ? options : options.withModel(used);
    try (BlurDetector detector =
        BlurDetector.of(BlurScorers.load().provider("tree").create(chosen))) {
      return run.run(detector, folder);
    }
  }
}
