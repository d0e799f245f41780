package io.github.blurdetect.cli.internal.maps;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cli.Progress;
import io.github.blurdetect.cli.VerbException;
import io.github.blurdetect.cli.internal.ImageFiles;
import io.github.blurdetect.cnn.BlurMap;
import io.github.blurdetect.cnn.BlurMapFiles;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.features.TextLocator;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.stacking.fit.BinomialInterval;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code blur check_maps}: on how many half-blurred pages the map answers to the blurred half. */
@Command(
    name = "check_maps",
    description = {
      "Blurs one half of each page by a disc of RMS radius 0.3 to 0.8 x-heights, and counts the"
          + " pages on which the CNN's map responds more strongly to the blurred half than to the"
          + " sharp one. Pages without text are left out."
    },
    footer = {"", "Exit status: 0 all mapped, 2 bad usage, 3 some pages could not be read."})
public final class CheckMapsVerb implements BlurVerb, Callable<Integer> {
  private static final double LEAST = 0.3;
  private static final double MOST = 0.8;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Images of sharp pages.")
  private Path folder = Path.of("");

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "Half-blurred pages; beyond the number of pages they are taken again, with other halves"
              + " and blurs. Default: ${DEFAULT-VALUE}.")
  private int count = 200;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "CNN in place of the one that comes with the library.")
  private @Nullable Path model;

  @Option(names = "--map", paramLabel = "DIR", description = "Write each page's map here as PNG.")
  private @Nullable Path maps;

  private int done;
  private int right;
  private double difference;
  private boolean failed;

  @Override
  public Integer call() throws IOException {
    if (count < 1) {
      throw new ParameterException(commandLine(), "--count is " + count + ", expected at least 1");
    }
    List<Path> pages = pages();
    ScorerOptions options = ScorerOptions.defaults();
    try (CnnScorer scorer = CnnScorer.create(model == null ? options : options.withModel(model));
        Progress progress = Progress.start(commandLine().getErr(), "Mapping", count)) {
      for (int i = 0; i < count; i++) {
        check(scorer, pages.get(i % pages.size()), i);
        progress.stepTo(i + 1);
      }
    }
    print();
    return failed ? ExitCodes.SOME_UNREADABLE : ExitCodes.OK;
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pages = files.filter(ImageFiles::hasImageName).sorted().toList();
      if (pages.isEmpty()) {
        throw new VerbException("no images in " + folder);
      }
      return pages;
    }
  }

  private void check(CnnScorer scorer, Path page, int index) throws IOException {
    BlurImage sharp;
    try {
      sharp = ImageDecoder.defaults().decode(page);
    } catch (ImageDecodeException e) {
      commandLine().getErr().println("blur: " + e.getMessage());
      failed = true;
      return;
    }
    double xHeight = TextLocator.defaults().locate(sharp.luma()).xHeight();
    if (Double.isNaN(xHeight)) {
      return;
    }
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + index);
    HalfBlur photo = HalfBlur.of(sharp.luma(), LEAST * xHeight, MOST * xHeight, random);
    BlurMap map = BlurMap.of(scorer.model(), photo.image());
    double blurred = map.mean(photo.left(), photo.top(), photo.right(), photo.bottom());
    double other = sharpHalf(map, photo);
    done++;
    difference += blurred - other;
    right += blurred > other ? 1 : 0;
    String name = String.valueOf(page.getFileName());
    if (!(blurred > other)) {
      commandLine()
          .getOut()
          .print(line("%s (%d): blurred half %.3f, sharp half %.3f", name, index, blurred, other));
    }
    if (maps != null) {
      BlurMapFiles.write(photo.image(), map, maps, name + "-" + index);
    }
  }

  private static double sharpHalf(BlurMap map, HalfBlur photo) {
    if (photo.right() - photo.left() < map.width()) {
      return photo.left() == 0
          ? map.mean(photo.right(), 0, map.width(), map.height())
          : map.mean(0, 0, photo.left(), map.height());
    }
    return photo.top() == 0
        ? map.mean(0, photo.bottom(), map.width(), map.height())
        : map.mean(0, 0, map.width(), photo.top());
  }

  private void print() {
    PrintWriter out = commandLine().getOut();
    if (done == 0) {
      out.print(line("no page with text"));
      return;
    }
    BinomialInterval interval = BinomialInterval.of(right, done, 0.95);
    out.print(
        line(
            "the blurred half responds more strongly on %d of %d pages: %.1f %% (95 %% interval"
                + " %.1f to %.1f), by %.3f on average",
            right,
            done,
            100.0 * right / done,
            100 * interval.low(),
            100 * interval.high(),
            difference / done));
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
