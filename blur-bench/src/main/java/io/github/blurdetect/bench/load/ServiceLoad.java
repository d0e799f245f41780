package io.github.blurdetect.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures a server under load, on the loopback: {@code blur-bench/load}.
 *
 * <p>Phases: stalled peers beside a healthy one; capacity (as many clients as workers, each sending
 * as soon as it has its reply); a multiple of that capacity offered by an open loop; SIGTERM in the
 * middle of that. Or a soak.
 */
public final class ServiceLoad {
  private static final int STALLED = 16;
  private static final int ANNOUNCED = 50 << 20;
  private static final int SENDERS = 64;
  private static final Pattern ACCEPTED = Pattern.compile("event=stopped .*accepted=(\\d+)");

  private final LoadOptions options;
  private final ServerProcess server;
  private final Generators generators;
  private final long phase;
  private int scored;

  private ServiceLoad(LoadOptions options, ServerProcess server, byte[] image) {
    this.options = options;
    this.server = server;
    this.generators = new Generators(server.port(), List.of(image));
    this.phase = Duration.ofSeconds(options.seconds()).toNanos();
  }

  /**
   * Runs the phases or the soak.
   *
   * @param args see {@code --help}
   * @throws IOException if the server cannot be started or a file not be read
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 0 && args[0].equals("--help")) {
      System.out.print(LoadOptions.USAGE);
      return;
    }
    LoadOptions options = LoadOptions.parse(args);
    List<byte[]> photos = ImageMix.photos(options.image());
    try (ServerProcess server = new ServerProcess(options)) {
      if (options.soakMinutes() > 0) {
        List<byte[]> mix = ImageMix.of(photos);
        System.out.printf("%s; %d images%n%n", options.describe(), mix.size());
        new Soak(options, server, mix).run();
      } else {
        byte[] image = photos.get(0);
        System.out.printf("%s; image of %,d bytes%n%n", options.describe(), image.length);
        new ServiceLoad(options, server, image).run();
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    add(generators.closed(options.workers(), phase)); // warm-up
    stalledPeers();
    Samples capacity = add(generators.closed(options.workers(), phase));
    double rate = capacity.count(Outcome.SCORED) / (phase / 1e9);
    System.out.println("| phase | outcome | requests | p50 ms | p99 ms | longest ms |");
    System.out.println("|---|---|---|---|---|---|");
    print(String.format(Locale.ROOT, "capacity, %.1f/s", rate), capacity);
    Samples late = new Samples();
    Samples over = add(generators.open(SENDERS, options.overload() * rate, phase, 1, late));
    print(String.format(Locale.ROOT, "offered %.1f/s", options.overload() * rate), over);
    double ratio = over.millis(Outcome.SCORED, 0.99) / capacity.millis(Outcome.SCORED, 0.99);
    Samples term = terminated(options.overload() * rate);
    print("the same, SIGTERM in the middle", term);
    System.out.printf(
        Locale.ROOT,
        "%naccepted requests' p99 under overload / at capacity: %.2f%n"
            + "refusals over 50 ms: %.3f %% (senders' own lateness among refusals: p99 %.1f ms)%n",
        ratio,
        100 * over.share(Outcome.OVERLOADED, 50),
        late.millis(Outcome.OVERLOADED, 0.99));
    finish();
  }

  private Samples add(Samples samples) {
    scored += samples.count(Outcome.SCORED);
    return samples;
  }

  private static void print(String phase, Samples samples) {
    String name = phase;
    for (Outcome outcome : Outcome.values()) {
      if (samples.count(outcome) > 0) {
        System.out.printf(
            "| %s | %s | %s |%n",
            name, outcome.name().toLowerCase(Locale.ROOT), samples.cells(outcome));
        name = "";
      }
    }
  }

  private void stalledPeers() throws IOException, InterruptedException {
    Samples alone = add(generators.closed(1, phase / 4));
    List<LoadConnection> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < STALLED; i++) {
        LoadConnection one = new LoadConnection(server.port());
        one.announce(ANNOUNCED);
        stalled.add(one);
      }
      Samples beside = add(generators.closed(1, phase / 4));
      System.out.printf(
          Locale.ROOT,
          "one client alone: p50 %.1f ms, longest %.1f ms; beside %d that announced %d MiB and"
              + " stall: p50 %.1f ms, longest %.1f ms; the server holds %.0f bytes for them%n%n",
          alone.millis(Outcome.SCORED, 0.5),
          alone.millis(Outcome.SCORED, 1),
          STALLED,
          ANNOUNCED >> 20,
          beside.millis(Outcome.SCORED, 0.5),
          beside.millis(Outcome.SCORED, 1),
          server.metric("blur_buffered_bytes"));
    } finally {
      for (LoadConnection one : stalled) {
        one.close();
      }
    }
  }

  private Samples terminated(double rate) throws InterruptedException {
    CompletableFuture<Void> signal =
        CompletableFuture.runAsync(
            () -> {
              try {
                Thread.sleep(phase / 2 / 1_000_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              server.terminate();
            });
    Samples samples = add(generators.open(SENDERS, rate, phase, 2, new Samples()));
    signal.join();
    return samples;
  }

  /** Compares the verdicts that arrived with what the server says it accepted. */
  private void finish() throws IOException, InterruptedException {
    String log = server.awaitEnd();
    Matcher matcher = ACCEPTED.matcher(log);
    if (!matcher.find()) {
      throw new IOException("the server's log has no line of its stop: " + log);
    }
    int accepted = Integer.parseInt(matcher.group(1));
    System.out.printf(
        "requests the server accepted from start to stop: %d; verdicts that arrived: %d%n%s%n",
        accepted, scored, matcher.group());
    if (accepted != scored) {
      throw new IllegalStateException(accepted - scored + " accepted requests got no verdict");
    }
  }
}
