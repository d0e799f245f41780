package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code blur server} as a process of its own: its log, its health, and how it takes SIGTERM. */
class ServerProcessTest {
  private static final Pattern STARTED =
      Pattern.compile("event=started listen=127.0.0.1:(\\d+) management=(\\d+)");

  @TempDir private Path folder;

  private static final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader log;
    private final int port;
    private final int management;

    ServerProcess(String... options) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(Blur.class.getName(), "server"));
      command.addAll(List.of("--scorer", "middle", "--port=0", "--management-port=0"));
      command.addAll(List.of(options));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      log =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      Matcher started = STARTED.matcher("");
      StringBuilder seen = new StringBuilder();
      while (!started.find()) {
        String line = log.readLine();
        if (line == null) {
          throw new IOException("the server did not start: " + seen);
        }
        seen.append(line).append('\n');
        started = STARTED.matcher(line);
      }
      port = Integer.parseInt(started.group(1));
      management = Integer.parseInt(started.group(2));
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void writeLabelled() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("Good_License/c" + i + "_1.png", TestImages.png(20 + i));
      write("Bad_License/b" + i + "_1.png", TestImages.png(i == 0 ? 100 : 200 + i));
    }
  }

  @Test
  void server_clientAndSigterm_reportThenStop() throws Exception {
    writeLabelled();
    try (ServerProcess server = new ServerProcess("--threshold=0.5", "--workers=2")) {
      CliRun run = CliRun.of("client", "--port=" + server.port, folder.toString());
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isEqualTo(ExitCodes.OK);
      assertThat(run.out())
          .contains("precision    recall  f1-score   support")
          .contains("[[5 0]\n [1 4]]")
          .contains("10 answered, 0 failed");
      HttpURLConnection ready =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + server.management + "/ready")
                  .toURL()
                  .openConnection();
      assertThat(ready.getResponseCode()).isEqualTo(200);

      server.process.toHandle().destroy(); // SIGTERM, and the streams stay open
      String rest =
          CompletableFuture.supplyAsync(() -> String.join("\n", server.log.lines().toList()))
              .get(30, TimeUnit.SECONDS);
      assertThat(server.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(rest).contains("event=request ").contains("outcome=scored");
      assertThat(rest).contains("event=stopped ").contains("workers_ended=true");
    }
  }
}
