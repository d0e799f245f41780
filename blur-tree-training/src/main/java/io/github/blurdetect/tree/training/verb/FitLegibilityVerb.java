package io.github.blurdetect.tree.training.verb;

import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.dataset.split.GroupFolds;
import io.github.blurdetect.features.LegibilityModel;
import io.github.blurdetect.tree.training.AtomicFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur fit_legibility}: the features' model of legibility, from photos that OCR read. */
@Command(
    name = "fit_legibility",
    description = {
      "Fits the model that tells how much of a stretch of print OCR would read, from sets that"
          + " blur synth made with --label-by ocr.",
      "FILE may take the place of legibility.tsv in blur-features; features have other values then,"
          + " so their version must change, and models must be trained again."
    },
    footer = {"", "Exit status: 0 done, 1 failed, 2 bad usage, 3 some photos could not be read."})
public final class FitLegibilityVerb implements BlurVerb, Callable<Integer> {
  private static final int FOLDS = 5;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SET", description = "Folders with a photos.jsonl.")
  private List<Path> sets = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write.")
  private Path out = Path.of("");

  @Option(
      names = "--ridge",
      paramLabel = "X",
      defaultValue = "500",
      description = "Penalty on the standardised weights. Default: ${DEFAULT-VALUE}.")
  private double ridge = 500;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the folds of the figures. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Photos measured at once; the fit is the same. Default: all processors.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    if (jobs < 1 || !(ridge >= 0 && Double.isFinite(ridge))) {
      throw new ParameterException(
          command, "--jobs is " + jobs + ", --ridge " + ridge + "; expected at least 1 and 0");
    }
    ReadPhoto.Measured measured = measure(command);
    measured.unreadable().forEach(line -> command.getErr().println("blur: " + line));
    List<ReadPhoto> photos = measured.photos();
    LegibilityModel model = fit(photos);
    AtomicFiles.write(out, model.text());
    print(command.getOut(), photos, model);
    return measured.unreadable().isEmpty() ? ExitCodes.OK : ExitCodes.SOME_UNREADABLE;
  }

  private ReadPhoto.Measured measure(CommandLine command) throws IOException, InterruptedException {
    List<ReadPhoto.Entry> entries = ReadPhoto.list(sets);
    try (Progress progress = Progress.start(command.getErr(), "measuring", entries.size())) {
      return ReadPhoto.measure(entries, jobs, progress::step);
    }
  }

  private LegibilityModel fit(List<ReadPhoto> photos) {
    try {
      return LegibilityModel.fit(photos.stream().map(ReadPhoto::cells).toList(), ridge);
    } catch (IllegalArgumentException e) {
      throw new VerbException(ExitCodes.FAILED, sets + ": " + e.getMessage(), e);
    }
  }

  private void print(PrintWriter to, List<ReadPhoto> photos, LegibilityModel model) {
    LegibilityModel builtIn = LegibilityModel.builtIn();
    long groups = photos.stream().map(ReadPhoto::group).distinct().count();
    if (groups > 1) {
      int folds = (int) Math.min(FOLDS, groups);
      print(to, "held out by group, " + folds + " folds", heldOut(photos, folds));
    } else {
      to.println("one group only: nothing can be held out");
    }
    LegibilityFigures inUse = new LegibilityFigures();
    photos.forEach(photo -> inUse.add(photo, builtIn));
    print(to, "the model in use on the same photos", inUse);
    double[] fitted = means(photos, model);
    double[] used = means(photos, builtIn);
    to.printf(
        Locale.ROOT,
        "mean legibility of a page, fitted against in use: correlation %.4f, mean difference"
            + " %+.4f%n",
        correlation(fitted, used),
        mean(fitted) - mean(used));
    to.println("saved as " + out);
  }

  private static void print(PrintWriter to, String what, LegibilityFigures figures) {
    to.printf(
        Locale.ROOT,
        "%s: %d cells, AUC of lines read by half or more %.4f, log loss %.4f; %d pages, Spearman of"
            + " mean legibility with words read %.4f%n%s%n",
        what,
        figures.cells(),
        figures.rocAuc(),
        figures.logLoss(),
        figures.pages(),
        figures.spearman(),
        figures.calibration());
  }

  private LegibilityFigures heldOut(List<ReadPhoto> photos, int folds) {
    boolean[] blurred = new boolean[photos.size()];
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = photos.get(i).blurred();
    }
    List<String> groups = photos.stream().map(ReadPhoto::group).toList();
    int[] fold = GroupFolds.assign(groups, blurred, folds, seed);
    LegibilityFigures figures = new LegibilityFigures();
    for (int f = 0; f < folds; f++) {
      int held = f;
      LegibilityModel model =
          fit(
              IntStream.range(0, fold.length)
                  .filter(i -> fold[i] != held)
                  .mapToObj(photos::get)
                  .toList());
      IntStream.range(0, fold.length)
          .filter(i -> fold[i] == held)
          .forEach(i -> figures.add(photos.get(i), model));
    }
    return figures;
  }

  private static double[] means(List<ReadPhoto> photos, LegibilityModel model) {
    return photos.stream()
        .map(ReadPhoto::cells)
        .filter(cells -> cells.size() > 0)
        .mapToDouble(model::mean)
        .toArray();
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
  }

  /** Pearson's correlation of two columns. */
  private static double correlation(double[] x, double[] y) {
    double mx = mean(x);
    double my = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
