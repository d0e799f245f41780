package io.github.blurdetect.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

/** A steady load for long, and whether memory stays what it was after the first third. */
final class Soak {
  private static final int SENDERS = 32;
  private static final int SAMPLES = 30;
  // The image in work is part of the heap in use; the least of some looks is without one.
  private static final int COLLECTIONS = 5;

  private record Memory(double minutes, double heap, double resident, double scored) {}

  private final LoadOptions options;
  private final ServerProcess server;
  private final byte[] image;

  Soak(LoadOptions options, ServerProcess server, byte[] image) {
    this.options = options;
    this.server = server;
    this.image = image;
  }

  void run() throws IOException, InterruptedException {
    long nanos = (long) (options.soakMinutes() * Duration.ofMinutes(1).toNanos());
    Samples late = new Samples();
    CompletableFuture<Samples> load =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new Generators(server.port(), image)
                    .open(SENDERS, options.soakRate(), nanos, 3, late);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    System.out.println("| minutes | scored | heap after collection MiB | RSS MiB |");
    System.out.println("|---|---|---|---|");
    List<Memory> memory = new ArrayList<>();
    long began = System.nanoTime();
    for (int i = 1; i <= SAMPLES; i++) {
      long due = began + nanos * i / SAMPLES;
      Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      memory.add(sample((System.nanoTime() - began) / 6e10));
    }
    Samples samples = load.join();
    print(memory, samples);
  }

  private Memory sample(double minutes) throws IOException, InterruptedException {
    double heap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < COLLECTIONS; i++) {
      server.collectGarbage();
      heap = Math.min(heap, server.metric("jvm_heap_live_bytes"));
    }
    Memory memory =
        new Memory(
            minutes,
            heap / (1 << 20),
            server.metric("process_resident_memory_bytes") / (1 << 20),
            server.metric("blur_requests_total{outcome=\"scored\"}"));
    System.out.printf(
        Locale.ROOT,
        "| %.1f | %.0f | %.1f | %.1f |%n",
        memory.minutes(),
        memory.scored(),
        memory.heap(),
        memory.resident());
    return memory;
  }

  private static void print(List<Memory> memory, Samples samples) {
    int third = memory.size() / 3;
    List<Memory> middle = memory.subList(third, 2 * third);
    List<Memory> last = memory.subList(2 * third, memory.size());
    System.out.printf(
        Locale.ROOT,
        "%nlast third against middle third: heap %+.2f %%, RSS %+.2f %%%n",
        drift(middle, last, Memory::heap),
        drift(middle, last, Memory::resident));
    for (Outcome outcome : Outcome.values()) {
      if (samples.count(outcome) > 0) {
        System.out.printf("%s: %s%n", outcome, samples.cells(outcome));
      }
    }
  }

  private static double drift(
      List<Memory> before, List<Memory> after, ToDoubleFunction<Memory> what) {
    double first = before.stream().mapToDouble(what).average().orElse(Double.NaN);
    double second = after.stream().mapToDouble(what).average().orElse(Double.NaN);
    return 100 * (second / first - 1);
  }
}
