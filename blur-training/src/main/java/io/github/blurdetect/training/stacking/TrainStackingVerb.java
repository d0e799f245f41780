package io.github.blurdetect.training.stacking;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.WorkFolders;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.stacking.fit.CombinerFit;
import io.github.blurdetect.stacking.fit.LogisticFit;
import io.github.blurdetect.stacking.fit.ScoreTable;
import io.github.blurdetect.stacking.fit.ScoreTableCsv;
import io.github.blurdetect.stacking.fit.StackerFit;
import io.github.blurdetect.stacking.fit.StackerOptions;
import io.github.blurdetect.stacking.fit.StackerTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur train_stacking}: joins scorers by what they say of photos they have not seen. */
@Command(
    name = "train_stacking",
    description = {
      "Trains the stack that joins scorers into one calibrated probability.",
      "A member's scores must come from models that have not seen the photo: give them by"
          + " --out-of-fold, or leave out the photos the member was trained on by --groups."
    },
    footer = {"", "Exit status: 0 done, 1 failed, 2 bad usage, 3 some photos could not be read."})
public final class TrainStackingVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      defaultValue = WorkFolders.TRAIN,
      description =
          "Each holds Good_License and Bad_License. Give the same ones, in the same order, as to"
              + " train_tree. Default: ${DEFAULT-VALUE}.")
  private List<Path> folders = List.of();

  @Option(
      names = "--member",
      paramLabel = "NAME[=MODEL]",
      description =
          "A scorer to join, with its model file if not the one that comes with it; give it once a"
              + " member. Default: tree and cnn.")
  private List<String> members = List.of("tree", "cnn");

  @Option(
      names = "--out-of-fold",
      paramLabel = "NAME=FILE",
      description = "A member's out-of-fold scores, as train_tree writes them.")
  private Map<String, Path> outOfFold = new HashMap<>();

  @Option(
      names = "--groups",
      paramLabel = "FILE",
      description = "Use photos of these groups only: one a line, for example those held out.")
  private @Nullable Path groups;

  @Option(
      names = "--first",
      paramLabel = "NAME",
      defaultValue = "tree",
      description =
          "The cheap member that decides alone where it is certain; 'none' asks all always."
              + " Default: ${DEFAULT-VALUE}.")
  private String first = "tree";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = WorkFolders.STACKING_MODEL,
      description = "Where to save the stack. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of(WorkFolders.STACKING_MODEL);

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the folds. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos to work on at once. Default: the number of processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, Optional<Path>> wanted = wanted();
    MemberScores scores = new MemberScores(photos());
    for (Map.Entry<String, Optional<Path>> member : wanted.entrySet()) {
      gather(scores, member.getKey(), member.getValue());
    }
    ScoreTable table = scores.table();
    scores.unreadable().forEach(each -> err().println("blur: " + each));
    StackerFit fit = fit(table);
    save(fit, table, wanted);
    out().print(StackingText.of(fit));
    out().println("saved as " + out);
    return scores.unreadable().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private Map<String, Optional<Path>> wanted() {
    if (jobs < 1) {
      throw usage("--jobs is " + jobs + ", expected at least 1");
    }
    Map<String, Optional<Path>> wanted = new LinkedHashMap<>();
    for (String member : members) {
      int at = member.indexOf('=');
      String name = at < 0 ? member : member.substring(0, at);
      Optional<Path> model =
          at < 0 ? Optional.empty() : Optional.of(Path.of(member.substring(at + 1)));
      if (wanted.put(name, model) != null) {
        throw usage("--member " + name + " is given twice");
      }
    }
    for (String name : outOfFold.keySet()) {
      if (!wanted.containsKey(name)) {
        throw usage("--out-of-fold names " + name + ", expected one of " + wanted.keySet());
      }
    }
    if (!first.equals("none") && !wanted.containsKey(first)) {
      throw usage("--first is " + first + ", expected none or one of " + wanted.keySet());
    }
    return wanted;
  }

  private LabelledFolder photos() throws IOException {
    LabelledFolder all = open();
    if (groups == null) {
      return all;
    }
    Set<String> kept = new LinkedHashSet<>(Files.readAllLines(groups));
    List<LabelledPhoto> some =
        all.photos().stream().filter(photo -> kept.contains(photo.group())).toList();
    err()
        .println(some.size() + " of " + all.photos().size() + " photos are of groups in " + groups);
    return new LabelledFolder(all.root(), some, List.of(), all.records());
  }

  private LabelledFolder open() throws IOException {
    try {
      return LabelledFolder.openAll(folders);
    } catch (IllegalArgumentException e) {
      throw usage(Objects.requireNonNull(e.getMessage()));
    }
  }

  private void gather(MemberScores scores, String member, Optional<Path> model)
      throws IOException, InterruptedException {
    Path file = outOfFold.get(member);
    if (file != null) {
      scores.read(member, file);
      return;
    }
    err().println("scoring with " + member + model.map(path -> " (" + path + ")").orElse(""));
    try (Progress progress = Progress.start(err(), member, -1)) {
      Evaluation evaluation =
          Evaluation.defaults()
              .withThreads(jobs)
              .withProgress((done, total) -> progress.stepTo(done));
      scores.score(member, model, evaluation);
    } catch (NoSuchElementException e) {
      throw usage(Objects.requireNonNull(e.getMessage()));
    }
  }

  private StackerFit fit(ScoreTable table) {
    Optional<String> cheap = first.equals("none") ? Optional.empty() : Optional.of(first);
    StackerOptions options = StackerOptions.defaults().withCheap(cheap).withSeed(seed);
    List<CombinerFit> candidates =
        List.of(LogisticFit.defaults(), TreesFit.single(), TreesFit.boosted());
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("command", again());
    metadata.put("photos", Integer.toString(table.complete().rows().size()));
    metadata.put("seed", Long.toString(seed));
    metadata.put("training_data", folders.toString());
    return new StackerTrainer(candidates, options).train("stack", table, metadata);
  }

  /** How to train this again; where it is saved and by how many threads makes no difference. */
  private String again() {
    List<String> words = new ArrayList<>(List.of("blur"));
    List<String> given = commandLine().getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).equals("--out") || given.get(i).equals("--jobs")) {
        i++;
      } else if (!given.get(i).startsWith("--out=") && !given.get(i).startsWith("--jobs=")) {
        words.add(given.get(i));
      }
    }
    return String.join(" ", words);
  }

  private void save(StackerFit fit, ScoreTable table, Map<String, Optional<Path>> wanted)
      throws IOException {
    Map<String, Path> models = new HashMap<>();
    wanted.forEach((name, model) -> model.ifPresent(path -> models.put(name, path)));
    Files.createDirectories(Objects.requireNonNull(out.toAbsolutePath().getParent()));
    ScoreTableCsv.write(table, out.resolveSibling("out-of-fold.csv"));
    fit.model().withMemberModels(models).save(out);
  }

  private PrintWriter out() {
    return commandLine().getOut();
  }

  private PrintWriter err() {
    return commandLine().getErr();
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandLine(), message);
  }
}
