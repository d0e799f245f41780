package io.github.blurdetect.training.stacking;

import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.WorkFolders;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur train_all}: tree, CNN, the stack that joins them, and its report. */
@Command(
    name = "train_all",
    description = {
      "Trains tree, CNN and the stack that joins them, and tests the stack.",
      "Started again after an interruption it goes on where it stopped; steps that were done from"
          + " the same photos with the same options are not done again."
    },
    footer = {
      "",
      "The stack is then used by: blur score --scorer default --model"
          + " data/output/stacking/stacking.json PHOTO..."
    })
public final class TrainAllVerb implements BlurVerb, Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = WorkFolders.TRAIN,
      description = "Photos to train on. Default: ${DEFAULT-VALUE}.")
  private Path train = Path.of(WorkFolders.TRAIN);

  @Option(
      names = "--test",
      paramLabel = "FOLDER",
      defaultValue = WorkFolders.TEST,
      description = "Photos to test on, if the folder is there. Default: ${DEFAULT-VALUE}.")
  private Path test = Path.of(WorkFolders.TEST);

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "data/output",
      description = "Where models, logs and caches go. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("data/output");

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "40",
      description = "Rounds of the CNN at most. Default: ${DEFAULT-VALUE}.")
  private int epochs = 40;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "Batches a round of the CNN. Default: ${DEFAULT-VALUE}.")
  private int steps = 100;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description =
          "Share of the pages kept from the CNN, on which the stack is trained. Default:"
              + " ${DEFAULT-VALUE}.")
  private double holdout = 0.25;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all steps. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Default: the number of processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    PrintWriter err = command.getErr();
    TrainingPlan plan =
        new TrainingPlan(
            plan(),
            new StepLog(out.resolve("cache").resolve("train_all.properties")),
            arguments -> Blur.run(command.getOut(), err, arguments.toArray(String[]::new)),
            line -> {
              err.println("blur: " + line);
              err.flush();
            });
    return plan.run(LabelledFolder.open(train));
  }

  private List<TrainingStep> plan() {
    Path tree = out.resolve("decision_tree").resolve("tree.json");
    Path treeScores = out.resolve("decision_tree").resolve("out-of-fold.tsv");
    Path cnn = out.resolve("total_image").resolve("cnn.onnx");
    Path heldOut = out.resolve("total_image").resolve("held-out.txt");
    Path stack = out.resolve("stacking").resolve("stacking.json");
    List<TrainingStep> plan = new ArrayList<>();
    plan.add(step("train_tree", List.of(tree, treeScores), treeArguments(tree)));
    plan.add(step("train_cnn", List.of(cnn, heldOut), cnnArguments(cnn)));
    plan.add(
        step(
            "train_stacking",
            List.of(stack),
            "--member",
            "tree=" + tree,
            "--member",
            "cnn=" + cnn,
            "--out-of-fold",
            "tree=" + treeScores,
            "--groups",
            heldOut.toString(),
            "--seed",
            Long.toString(seed),
            "--jobs",
            Integer.toString(threads),
            "--out",
            stack.toString(),
            train.toString()));
    if (Files.isDirectory(test)) {
      plan.add(step("test_stacking", List.of(), "--model", stack.toString(), test.toString()));
    }
    return plan;
  }

  private String[] treeArguments(Path tree) {
    return new String[] {
      "--out",
      tree.toString(),
      "--cache",
      out.resolve("cache").resolve("features.tsv").toString(),
      "--seed",
      Long.toString(seed),
      "--jobs",
      Integer.toString(threads),
      train.toString()
    };
  }

  private String[] cnnArguments(Path cnn) {
    return new String[] {
      "--out",
      cnn.resolveSibling("").toString(),
      "--cache",
      out.resolve("cache").toString(),
      "--epochs",
      Integer.toString(epochs),
      "--steps",
      Integer.toString(steps),
      "--holdout",
      Double.toString(holdout),
      "--seed",
      Long.toString(seed),
      "--threads",
      Integer.toString(threads),
      train.toString()
    };
  }

  private static TrainingStep step(String verb, List<Path> outputs, String... arguments) {
    List<String> all = new ArrayList<>(List.of(verb));
    all.addAll(List.of(arguments));
    return new TrainingStep(verb, all, outputs);
  }
}
