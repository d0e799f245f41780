package io.github.blurdetect.bench.growth;

import com.google.gson.GsonBuilder;
import com.sun.management.ThreadMXBean;
import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.bench.TestPhotos;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how the cost of verdicts grows: {@code blur-bench/growth}. */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description =
        "Measures time, allocation and peak memory of 0.3 to 100 megapixels, 1 to 8"
            + " threads, 1 to 1,000 files, and writes them as JSON.")
public final class Growth implements Callable<Integer> {
  private static final int[][] SIZES = {
    {640, 480}, {1156, 867}, {2000, 1500}, {4000, 3000}, {8000, 6000}, {11552, 8664}
  };
  private static final int[] THREADS = {1, 2, 4, 8};
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final long WARM_UP = 3_000_000_000L; // nanoseconds
  private static final long MOST_PIXELS = 200_000_000;
  private static final int ROUNDS = 7;
  private static final int VARIANTS = 8;

  private final List<GrowthRow> rows = new ArrayList<>();

  @Option(names = "--launcher", required = true, description = "The script blur.")
  private Path launcher = Path.of("blur");

  @Option(names = "--out", description = "Where the JSON goes. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("growth.json");

  @Option(names = "--most-files", description = "Largest folder. Default: ${DEFAULT-VALUE}.")
  private int mostFiles = 1000;

  @Option(names = "--most-pixels", description = "Largest photo. Default: ${DEFAULT-VALUE}.")
  private long mostPixels = 110_000_000;

  @Option(names = "--thread-files", description = "Photos for threads. Default: ${DEFAULT-VALUE}.")
  private int threadFiles = 100;

  /**
   * Runs the tool.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Growth()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    BlurCommand blur = new BlurCommand(launcher);
    for (int[] size : SIZES) {
      if ((long) size[0] * size[1] <= mostPixels) {
        size(blur, size[0], size[1]);
      }
    }
    for (int threads : THREADS) {
      folder(blur, "threads", threads, threadFiles);
    }
    for (int files = 1; files <= mostFiles; files *= 10) {
      folder(blur, "files", Runtime.getRuntime().availableProcessors(), files);
    }
    Files.writeString(out, new GsonBuilder().setPrettyPrinting().create().toJson(rows) + "\n");
    return 0;
  }

  /** One photo: in this program, warm, and by the command, for its memory. */
  private void size(BlurCommand blur, int width, int height)
      throws IOException, InterruptedException {
    byte[] jpeg = TestPhotos.kept(width, height, 1);
    double megapixels = width * height / 1e6;
    double[] millis = new double[ROUNDS];
    double allocated = 0;
    try (BlurDetector detector = BlurDetector.createDefault()) {
      ImageDecoder decoder =
          new ImageDecoder(
              DecodeOptions.defaults()
                  .withMaxPixels(MOST_PIXELS)
                  .withColour(detector.needsColour()));
      long end = System.nanoTime() + WARM_UP;
      while (System.nanoTime() < end) {
        detector.assess(decoder.decode(jpeg));
      }
      ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      for (int i = 0; i < ROUNDS; i++) {
        long before = thread.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        detector.assess(decoder.decode(jpeg));
        millis[i] = (System.nanoTime() - start) / 1e6;
        allocated = thread.getCurrentThreadAllocatedBytes() - before;
      }
    }
    Arrays.sort(millis);
    Path folder = copies(List.of(jpeg), 1);
    Double peak = blur.score(folder, 1, 1).peakRssMiB();
    remove(folder);
    add(new GrowthRow("size", megapixels, 1, 1, millis[ROUNDS / 2], allocated / (1 << 20), peak));
  }

  private void folder(BlurCommand blur, String kind, int threads, int files)
      throws IOException, InterruptedException {
    List<byte[]> photos = new ArrayList<>();
    for (int i = 0; i < VARIANTS; i++) {
      photos.add(TestPhotos.kept(WIDTH, HEIGHT, 1 + i));
    }
    Path folder = copies(photos, files);
    BlurCommand.Cost cost = blur.score(folder, files, threads);
    remove(folder);
    double megapixels = WIDTH * HEIGHT / 1e6;
    double millis = 1000 * cost.seconds() / files;
    add(new GrowthRow(kind, megapixels, threads, files, millis, null, cost.peakRssMiB()));
  }

  private void add(GrowthRow row) {
    System.out.println(row);
    rows.add(row);
  }

  private static Path copies(List<byte[]> photos, int files) throws IOException {
    Path folder = Files.createTempDirectory("growth");
    for (int i = 0; i < files; i++) {
      Files.write(folder.resolve(String.format("%05d.jpg", i)), photos.get(i % photos.size()));
    }
    return folder;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
