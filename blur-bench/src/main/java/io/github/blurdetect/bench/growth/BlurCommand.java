package io.github.blurdetect.bench.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs the command {@code blur} as users do and watches its memory.
 *
 * @param launcher the script, which replaces itself by java, so that its process is the one to
 *     watch
 */
record BlurCommand(Path launcher) {
  private static final int LOOK_EVERY_MILLIS = 5;
  private static final String PEAK = "VmHWM:";

  /**
   * What a run cost.
   *
   * @param seconds from start to end
   * @param peakRssMiB the most memory, null where the system does not say
   */
  record Cost(double seconds, @Nullable Double peakRssMiB) {}

  /** Scores a folder and checks that each photo got a verdict. */
  Cost score(Path folder, int photos, int threads) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(launcher.toString(), "score", "--format", "csv"));
    words.addAll(List.of("--max-pixels", "200000000", "--jobs", "" + threads, folder.toString()));
    Path out = Files.createTempFile("scores", ".csv");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Double peak = null;
      do {
        Double now = peakRss(process.pid());
        peak = now == null ? peak : now;
      } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
      double seconds = (System.nanoTime() - start) / 1e9;
      int lines = Files.readAllLines(out).size();
      if (process.exitValue() != 0 || lines != photos + 1) {
        throw new IOException(
            words
                + " ended with "
                + process.exitValue()
                + " and "
                + lines
                + " lines, expected 0 and "
                + (photos + 1));
      }
      return new Cost(seconds, peak);
    } finally {
      Files.delete(out);
    }
  }

  private static @Nullable Double peakRss(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith(PEAK)) {
          return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // It has ended, or this is no Linux.
    }
    return null;
  }
}
