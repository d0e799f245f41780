package io.github.blurdetect.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server in a JVM of its own. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern STARTED =
      Pattern.compile("event=started listen=127.0.0.1:(\\d+) management=(\\d+)");
  private static final int PATIENCE_SECONDS = 60;
  private static final double KIB = 1024;
  private final Process process;
  private final int port;
  private final int management;
  private final Writer control;
  private final Semaphore collections = new Semaphore(0);
  private final CompletableFuture<String> rest;

  ServerProcess(LoadOptions options) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options.javaOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerUnderTest.class.getName());
    if (!options.scorer().isEmpty()) {
      command.addAll(List.of("--scorer", options.scorer()));
    }
    if (options.computing() > 0) {
      command.addAll(List.of("--computing", String.valueOf(options.computing())));
    }
    command.addAll(List.of("--workers", String.valueOf(options.workers())));
    command.addAll(List.of("--queue", String.valueOf(options.queue())));
    command.addAll(List.of("--port=0", "--management-port=0", "--request-log=false"));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    control = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    BufferedReader log =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder seen = new StringBuilder();
    Matcher started;
    do {
      String line = log.readLine();
      if (line == null) {
        throw new IOException("the server did not start: " + seen);
      }
      seen.append(line).append('\n');
      started = STARTED.matcher(line);
    } while (!started.find());
    port = Integer.parseInt(started.group(1));
    management = Integer.parseInt(started.group(2));
    rest = CompletableFuture.supplyAsync(() -> follow(log));
  }

  private String follow(BufferedReader log) {
    return log.lines()
        .peek(
            line -> {
              if (line.equals(ServerUnderTest.COLLECTED)) {
                collections.release();
              }
            })
        .filter(line -> !line.equals(ServerUnderTest.COLLECTED))
        .collect(Collectors.joining("\n"));
  }

  int port() {
    return port;
  }

  /** Reads one metric; 0 where there is no such sample. */
  double metric(String sample) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + management + "/metrics");
    try (InputStream in = uri.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(sample + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
          .findFirst()
          .orElse(0);
    }
  }

  /** Has the server collect all garbage, so that the heap in use is the heap needed. */
  void collectGarbage() throws IOException, InterruptedException {
    collections.drainPermits();
    control.write(ServerUnderTest.COLLECT + "\n");
    control.flush();
    if (!collections.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the server did not collect its garbage in " + PATIENCE_SECONDS + " s");
    }
  }

  /** The server's resident memory in bytes; NaN where the system does not say. */
  double resident() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KIB)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The processor time that the server has used. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Sends SIGTERM. The log stays readable. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for the server's end; returns what it logged after its start. */
  String awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the server did not end in " + PATIENCE_SECONDS + " s");
    }
    return rest.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
