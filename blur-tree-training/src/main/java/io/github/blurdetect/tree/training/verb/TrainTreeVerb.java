package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.WorkFolders;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.dataset.metrics.ClassificationReport;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.tree.TreeMetadata;
import io.github.blurdetect.tree.training.Provenance;
import io.github.blurdetect.tree.training.TrainedTree;
import io.github.blurdetect.tree.training.TrainingTable;
import io.github.blurdetect.tree.training.TreeOptions;
import io.github.blurdetect.tree.training.TreeSearch;
import io.github.blurdetect.tree.training.TreeTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur train_tree}: the tree scorer's model, from labelled photos. */
@Command(
    name = "train_tree",
    description = {
      "Trains the tree scorer's model on labelled photos.",
      "Features are measured once and kept in the cache; the threshold and the printed figures come"
          + " from out-of-fold scores, the folds split by group."
    },
    footer = {"", "Exit status: 0 done, 1 failed, 2 bad usage, 3 some photos could not be read."})
public final class TrainTreeVerb implements BlurVerb, Callable<Integer> {
  private static final int MOST_VARIANTS = 100;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      defaultValue = WorkFolders.TRAIN,
      description = "Each holds Good_License and Bad_License. Default: ${DEFAULT-VALUE}.")
  private List<Path> folders = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "BOOSTED",
      description = "boosted, or single: one tree of depth 3. Default: boosted.")
  private TreeOptions.Kind kind = TreeOptions.Kind.BOOSTED;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = WorkFolders.TREE_MODEL,
      description =
          "Where to save the model; out-of-fold.tsv is written beside it. Default:"
              + " ${DEFAULT-VALUE}.")
  private Path out = Path.of(WorkFolders.TREE_MODEL);

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      defaultValue = WorkFolders.CACHE + "/features.tsv",
      description = "Where measured features are kept. Default: ${DEFAULT-VALUE}.")
  private Path cache = Path.of(WorkFolders.CACHE + "/features.tsv");

  @Option(
      names = "--weight",
      paramLabel = "NAME=W",
      description =
          "How much a photo of the folder of that name counts beside one of the others; give it"
              + " once a folder. Default: 1.")
  private Map<String, Double> weights = new LinkedHashMap<>();

  @Option(
      names = "--variants",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Also train on so many random harmless changes of each photo: turned, lighter or darker,"
              + " with noise, compressed. Default: ${DEFAULT-VALUE}.")
  private int variants;

  @Option(
      names = "--with-marginal",
      description =
          "Also learn from the photos in Marginal of which photos.jsonl says how much was read:"
              + " where they stand in the order. Threshold and figures are made without them.")
  private boolean withMarginal;

  @Option(
      names = "--search",
      description =
          "First look for the best settings of a boosted model by cross-validation, from those"
              + " given on: some thirty to sixty trainings.")
  private boolean search;

  @Option(
      names = "--trees",
      paramLabel = "N",
      description =
          "At most so many trees; a photo's time grows with their number. Default: as many as the"
              + " photos held out ask for, up to 1000.")
  private @Nullable Integer trees;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Splits from a tree's root to its leaves, 1 to 12. Default: 4.")
  private @Nullable Integer depth;

  @Option(
      names = "--child-weight",
      paramLabel = "W",
      description = "Least weight of photos in a leaf: higher is more cautious. Default: 4.")
  private @Nullable Double childWeight;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Share of each tree's step that is taken, up to 1. Default: 0.05.")
  private @Nullable Double learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of folds and draws. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos measured, then folds trained, at once. Default: all processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (jobs < 1) {
      throw new ParameterException(command, "--jobs is " + jobs + ", expected at least 1");
    }
    if (variants < 0 || variants > MOST_VARIANTS) {
      throw new ParameterException(
          command, "--variants is " + variants + ", expected 0 to " + MOST_VARIANTS);
    }
    boolean settings =
        trees != null || depth != null || childWeight != null || learningRate != null;
    if ((search || settings) && kind == TreeOptions.Kind.SINGLE) {
      throw new ParameterException(
          command,
          "--search, --trees, --depth, --child-weight and --learning-rate are for --kind boosted");
    }
    checkWeights(command);
    TreeOptions options = options(command);
    PrintWriter err = command.getErr();
    FeatureTable table = measure(command);
    table.unreadable().forEach(line -> err.println("blur: " + line));
    if (table.withoutText() > 0) {
      err.println("blur: " + table.withoutText() + " photos without text are left out");
    }
    TrainedTree trained = train(command, table.table(), options);
    trained.write(out);
    Path outOfFold = out.resolveSibling("out-of-fold.tsv");
    trained.outOfFold().write(outOfFold);
    print(command.getOut(), trained, outOfFold);
    return table.unreadable().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private FeatureTable measure(CommandLine command) throws IOException, InterruptedException {
    LabelledFolder labelled = open(command);
    int count = FeatureTable.photos(labelled, withMarginal).size();
    try (Progress progress = Progress.start(command.getErr(), "measuring", count)) {
      return FeatureTable.measure(
          labelled,
          withMarginal,
          this::weight,
          variants,
          FeatureExtractor.defaults(),
          cache,
          jobs,
          progress::step);
    }
  }

  private LabelledFolder open(CommandLine command) throws IOException {
    try {
      return LabelledFolder.openAll(folders);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /** Photos of several folders are named by their folder first. */
  private double weight(LabelledPhoto photo) {
    int end = photo.name().indexOf('/');
    return weights.getOrDefault(photo.name().substring(0, Math.max(0, end)), 1.0);
  }

  private void checkWeights(CommandLine command) {
    Set<String> names = new TreeSet<>();
    folders.forEach(folder -> names.add(LabelledFolder.nameOf(folder)));
    weights.forEach(
        (name, weight) -> {
          if (folders.size() < 2 || !names.contains(name) || !(weight > 0 && weight <= 1e6)) {
            throw new ParameterException(
                command,
                "--weight is %s=%s, expected one of several folders %s and a number above 0"
                    .formatted(name, weight, names));
          }
        });
  }

  private TrainedTree train(CommandLine command, TrainingTable table, TreeOptions start)
      throws InterruptedException {
    TreeOptions options = search ? searched(command, table, start) : start;
    int photos = table.rows().size() + table.marginal().size();
    String data = photos + " photos of " + folders;
    String again = "blur " + String.join(" ", command.getParseResult().originalArgs());
    try (Progress progress = Progress.start(command.getErr(), "training", options.maxRounds())) {
      return new TreeTrainer(options, (rounds, most, best, loss) -> progress.stepTo(rounds))
          .train(table, Provenance.of(data, again.strip()));
    }
  }

  private static TreeOptions searched(CommandLine command, TrainingTable table, TreeOptions start)
      throws InterruptedException {
    PrintWriter to = command.getOut();
    TreeSearch.Trial best = TreeSearch.search(table, start, trial -> print(to, "tried", trial));
    print(to, "best", best);
    return best.options();
  }

  private TreeOptions options(CommandLine command) {
    TreeOptions base =
        kind == TreeOptions.Kind.SINGLE ? TreeOptions.single() : TreeOptions.boosted();
    TreeOptions.Builder builder = base.toBuilder().seed(seed).threads(jobs);
    if (trees != null) {
      builder.maxRounds(trees);
    }
    if (depth != null) {
      builder.maxDepth(depth);
    }
    if (childWeight != null) {
      builder.minChildWeight(childWeight);
    }
    if (learningRate != null) {
      builder.learningRate(learningRate);
    }
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  private static void print(PrintWriter to, String what, TreeSearch.Trial trial) {
    TreeOptions o = trial.options();
    to.printf(
        Locale.ROOT,
        "%s depth %d, child weight %s, lambda %s, columns %s, rows %s, rate %s: loss %.5f,"
            + " AUC %.5f, F1 %.4f, %d trees%n",
        what,
        o.maxDepth(),
        o.minChildWeight(),
        o.lambda(),
        o.columnShare(),
        o.rowShare(),
        o.learningRate(),
        trial.loss(),
        trial.rocAuc(),
        trial.f1(),
        trial.rounds());
    to.flush();
  }

  private void print(PrintWriter to, TrainedTree trained, Path outOfFold) {
    TreeMetadata metadata = trained.model().metadata().orElseThrow();
    to.println("out-of-fold, at the threshold " + metadata.threshold() + ":");
    ConfusionMatrix matrix =
        ConfusionMatrix.of(trained.outOfFold().labelledScores(), metadata.threshold());
    to.print(ClassificationReport.text(matrix));
    to.println("\nConfusion matrix (rows: truth, columns: call; clear first)");
    to.println(matrix.text() + "\n");
    metadata.metrics().forEach((name, value) -> to.println(name + " " + value));
    to.println("saved as " + out + "; out-of-fold scores as " + outOfFold);
  }
}
