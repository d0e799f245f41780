package io.github.blurdetect.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openjdk.jmh.util.ListStatistics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Times the ways of {@link VerdictBenchmark} in turns within one process, so that a machine which
 * is slower for a while is so for all of them: {@code blur-bench/turns}. Compares them round by
 * round.
 */
@Command(
    name = "turns",
    mixinStandardHelpOptions = true,
    description = "Times the ways to a verdict on one page in turns, and prints a row of a table.")
public final class VerdictTurns implements Callable<Integer> {
  private static final long WARM_UP = 8_000_000_000L; // nanoseconds a way
  private static final int CALLS = 5; // of a way, one after the other; the median counts

  private final Map<String, Callable<?>> ways = new LinkedHashMap<>();
  private final Map<String, double[]> millis = new LinkedHashMap<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PRINT", description = "usual or small")
  private String print = "";

  @Parameters(index = "1", paramLabel = "PHOTO", description = "sharp, blurred or unsure")
  private String photo = "";

  @Option(names = "--rounds", description = "Default: ${DEFAULT-VALUE}.")
  private int rounds = 21;

  /**
   * Runs the tool.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new VerdictTurns()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (rounds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rounds is " + rounds + ", expected at least 1");
    }
    VerdictBenchmark benchmark = new VerdictBenchmark();
    benchmark.print = print;
    benchmark.photo = photo;
    benchmark.prepare();
    ways.put("tree", benchmark::tree);
    ways.put("stack", benchmark::stack);
    ways.put("imageIo", benchmark::imageIo);
    ways.put("openCvRecipe", benchmark::openCvRecipe);
    ways.put("reference", benchmark::reference);
    ways.put("referenceService", benchmark::referenceService);
    for (Callable<?> way : ways.values()) {
      for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
        way.call();
      }
    }
    ways.keySet().forEach(way -> millis.put(way, new double[rounds]));
    for (int round = 0; round < rounds; round++) {
      List<String> order = new ArrayList<>(ways.keySet());
      Collections.rotate(order, round);
      for (String way : order) {
        times(way)[round] = time(Objects.requireNonNull(ways.get(way)));
      }
    }
    benchmark.close();
    System.out.println(row());
    return 0;
  }

  private double[] times(String way) {
    return millis.getOrDefault(way, new double[0]);
  }

  private static double time(Callable<?> way) throws Exception {
    double[] calls = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      way.call();
      calls[i] = (System.nanoTime() - start) / 1e6;
    }
    return median(calls);
  }

  private String row() {
    return String.format(
        Locale.ROOT,
        "| %s, %s | %.1f | %.1f | %s | %s | %s | %s | %s |",
        photo,
        print,
        median(times("tree")),
        median(times("stack")),
        ratio("tree", "imageIo"),
        ratio("stack", "imageIo"),
        ratio("openCvRecipe", "stack"),
        ratio("reference", "stack"),
        ratio("referenceService", "stack"));
  }

  private String ratio(String way, String over) {
    return ratio(times(way), times(over));
  }

  /** The rounds' median ratio, and between which the true median is in 95 cases of 100. */
  static String ratio(double[] way, double[] over) {
    double[] ratios = new double[way.length];
    for (int round = 0; round < way.length; round++) {
      ratios[round] = way[round] / over[round];
    }
    Arrays.sort(ratios);
    // The rank by the normal approximation of the binomial distribution; ranks begin at 1.
    int rank = (int) Math.max(1, Math.floor(way.length / 2.0 - 0.98 * Math.sqrt(way.length)));
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        median(ratios),
        ratios[rank - 1],
        ratios[ratios.length - rank]);
  }

  private static double median(double[] values) {
    return new ListStatistics(values).getPercentile(50);
  }
}
