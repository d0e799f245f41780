package io.github.blurdetect.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/** A steady load for long, and whether memory stays what it was after the first third. */
final class Soak {
  private static final int SENDERS = 32;
  private static final double MIB = 1 << 20;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int LOOKS = 60; // at the resident memory, a minute
  // An image in work is part of the heap in use, and may come between a look and the collection.
  private static final int COLLECTIONS = 5;
  private static final int WAITS = 500;
  private static final long WAIT_MILLIS = 10;

  private record Memory(double minutes, double scored, double heap, double least, double median) {}

  private final LoadOptions options;
  private final ServerProcess server;
  private final List<byte[]> images;

  Soak(LoadOptions options, ServerProcess server, List<byte[]> images) {
    this.options = options;
    this.server = server;
    this.images = images;
  }

  void run() throws IOException, InterruptedException {
    long nanos = (long) (options.soakMinutes() * MINUTE);
    CompletableFuture<Samples> load = CompletableFuture.supplyAsync(() -> load(nanos));
    System.out.println(
        "| minutes | scored | heap after collection MiB | RSS MiB, least | RSS MiB, median |");
    System.out.println("|---|---|---|---|---|");
    List<Memory> memory = new ArrayList<>();
    long began = System.nanoTime();
    while (System.nanoTime() - began < nanos) {
      memory.add(minute(began));
    }
    print(memory, load.join());
    System.out.printf(
        Locale.ROOT,
        "processor time of the server: %.1f %% of one%n",
        100.0 * server.processorTime().toNanos() / (System.nanoTime() - began));
  }

  private Samples load(long nanos) {
    try {
      return new Generators(server.port(), images)
          .open(SENDERS, options.soakRate(), nanos, 3, new Samples());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Memory minute(long began) throws IOException, InterruptedException {
    double[] resident = new double[LOOKS];
    long from = System.nanoTime();
    for (int i = 0; i < LOOKS; i++) {
      long due = from + MINUTE * (i + 1) / LOOKS;
      Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      resident[i] = server.resident();
    }
    Arrays.sort(resident);
    double heap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < COLLECTIONS; i++) {
      awaitIdle();
      server.collectGarbage();
      heap = Math.min(heap, server.metric("jvm_heap_live_bytes"));
    }
    Memory memory =
        new Memory(
            (System.nanoTime() - began) / (double) MINUTE,
            server.metric("blur_requests_total{outcome=\"scored\"}"),
            heap / MIB,
            resident[0] / MIB,
            resident[LOOKS / 2] / MIB);
    System.out.printf(
        Locale.ROOT,
        "| %.1f | %.0f | %.2f | %.1f | %.1f |%n",
        memory.minutes(),
        memory.scored(),
        memory.heap(),
        memory.least(),
        memory.median());
    return memory;
  }

  private void awaitIdle() throws IOException, InterruptedException {
    for (int i = 0; i < WAITS && server.metric("blur_computing") > 0; i++) {
      Thread.sleep(WAIT_MILLIS);
    }
  }

  private static void print(List<Memory> memory, Samples samples) {
    int third = memory.size() / 3;
    List<Memory> middle = memory.subList(third, 2 * third);
    List<Memory> last = memory.subList(2 * third, memory.size());
    System.out.printf(
        Locale.ROOT,
        "%nmedian of the last third against that of the middle third: heap %+.2f %%, RSS %+.2f %% (least), %+.2f %% (median)%n",
        drift(middle, last, Memory::heap),
        drift(middle, last, Memory::least),
        drift(middle, last, Memory::median));
    for (Outcome outcome : Outcome.values()) {
      if (samples.count(outcome) > 0) {
        System.out.printf("%s: %s%n", outcome, samples.cells(outcome));
      }
    }
  }

  private static double drift(
      List<Memory> before, List<Memory> after, ToDoubleFunction<Memory> what) {
    return 100 * (median(after, what) / median(before, what) - 1);
  }

  private static double median(List<Memory> memory, ToDoubleFunction<Memory> what) {
    double[] sorted = memory.stream().mapToDouble(what).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
