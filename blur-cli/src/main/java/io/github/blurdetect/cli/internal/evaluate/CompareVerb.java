package io.github.blurdetect.cli.internal.evaluate;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.report.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur compare}: several scorers on the same labelled photos, in one table. */
@Command(
    name = "compare",
    description = {
      "Measures several scorers on the same labelled photos and prints Markdown tables: over all"
          + " photos, and by kind of blur, noise, scale, compression and coverage."
    },
    footer = {
      "",
      "Example: blur compare --scorer default --scorer tree photos/",
      "",
      "Exit status: 0 all scored, 2 bad usage, 3 some photos could not be read."
    })
public final class CompareVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = "Holds Good_License (clear photos) and Bad_License (blurred ones).")
  private Path folder = Path.of("");

  @Option(
      names = "--scorer",
      paramLabel = "NAME[=MODEL]",
      description =
          "A scorer to compare, with its model file if not the one that comes with it; give it once"
              + " a scorer. Default: all that were found.")
  private List<String> scorers = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1) {
      throw usage("--jobs is " + jobs + ", expected at least 1");
    }
    LabelledFolder photos = LabelledFolder.open(folder);
    List<EvaluationResult> results = new ArrayList<>();
    for (String name : scorers.isEmpty() ? BlurScorers.load().names() : scorers) {
      evaluate(name, photos).ifPresent(results::add);
    }
    if (results.isEmpty()) {
      throw usage("none of the scorers could be used");
    }
    commandLine().getOut().print(new Comparison(results).markdown());
    boolean allRead = results.stream().allMatch(result -> result.failed().isEmpty());
    return allRead ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private Optional<EvaluationResult> evaluate(String choice, LabelledFolder photos)
      throws InterruptedException {
    PrintWriter err = commandLine().getErr();
    try (BlurScorer scorer = scorer(choice);
        Progress progress = Progress.start(err, choice, photos.photos().size())) {
      EvaluationResult result =
          Evaluation.defaults()
              .withThreads(jobs)
              .withProgress((done, total) -> progress.stepTo(done))
              .run(scorer, photos);
      result
          .failed()
          .forEach(each -> err.println("blur: " + each.photo().name() + ": " + each.error()));
      return result.scored().isEmpty() ? Optional.empty() : Optional.of(result);
    } catch (ModelLoadException e) {
      if (!scorers.isEmpty()) {
        throw e;
      }
      err.println("blur: left out: " + choice + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private BlurScorer scorer(String choice) {
    int at = choice.indexOf('=');
    ScorerOptions options = ScorerOptions.defaults();
    try {
      return at < 0
          ? BlurScorers.load().provider(choice).create(options)
          : BlurScorers.load()
              .provider(choice.substring(0, at))
              .create(options.withModel(Path.of(choice.substring(at + 1))));
    } catch (NoSuchElementException e) {
      throw usage(Objects.requireNonNull(e.getMessage()));
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }
}
