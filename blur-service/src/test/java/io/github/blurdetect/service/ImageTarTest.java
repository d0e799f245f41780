package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image tar that {@code make image_tar} builds, loaded and run by buildah as its own user.
 *
 * <p>Skipped with a message where buildah, the right to use it, or the tar is missing: {@code make
 * check_image} builds the tar first.
 */
@Tag("slow")
class ImageTarTest {
  private static final Path TAR =
      Path.of(System.getProperty("blur.root", ".."), "blur-service/target/blur-service-image.tar");
  private static final Pattern STARTED =
      Pattern.compile("event=started listen=\\S+:(\\d+) management=(\\d+) .*scorer=(\\S+)");

  @TempDir private Path folder;
  private boolean loaded;

  private ProcessBuilder buildah(List<String> words) {
    List<String> command = new ArrayList<>(List.of("buildah", "--storage-driver", "vfs", "--root"));
    command.addAll(List.of(folder.resolve("root").toString(), "--runroot"));
    command.add(folder.resolve("run").toString());
    command.addAll(words);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private String buildah(String... words) throws IOException, InterruptedException {
    Process process = buildah(List.of(words)).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @BeforeEach
  void load() throws Exception {
    assumeTrue(Files.exists(TAR), "there is no " + TAR + "; make image_tar builds it");
    assumeTrue(System.getProperty("user.name").equals("root"), "not root, whom a chroot needs");
    try {
      new ProcessBuilder("buildah", "--version").start().waitFor();
    } catch (IOException e) {
      assumeTrue(false, "buildah is not installed: " + e.getMessage());
    }
    buildah("from", "--name", "blur", "docker-archive:" + TAR.toAbsolutePath());
    loaded = true;
  }

  @AfterEach
  void unload() throws Exception {
    if (loaded) {
      buildah("rm", "blur");
      buildah("rmi", "--all");
    }
  }

  private Process start() throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--isolation", "chroot", "--net=host"));
    words.addAll(List.of("--env", "BLUR_PORT=0", "--env", "BLUR_MANAGEMENT_PORT=0"));
    words.addAll(List.of("blur", "--"));
    JsonParser.parseString(buildah("inspect", "blur"))
        .getAsJsonObject()
        .getAsJsonObject("OCIv1")
        .getAsJsonObject("config")
        .getAsJsonArray("Entrypoint")
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .forEach(words::add);
    return buildah(words).start();
  }

  @Test
  void image_started_isReadyServesAndStopsOnSigterm() throws Exception {
    Process process = start();
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder seen = new StringBuilder();
      Matcher started = STARTED.matcher("");
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        seen.append(line).append('\n');
        if (started.reset(line).find()) {
          break;
        }
      }
      assertThat(seen.toString()).contains("event=started");
      assertThat(started.group(3)).isEqualTo("default");
      assertThat(HealthCheck.status(new String[] {started.group(2)}, Map.of())).isZero();
      Socket socket = new Socket("127.0.0.1", Integer.parseInt(started.group(1)));
      try (RawClient client = new RawClient(socket)) {
        assertThat(client.reco(Servers.page())).contains("\"status\": 1");
        assertThat(client.reco(new byte[] {1, 2, 3})).contains("not_an_image: ");
      }
      ProcessHandle java = server(process);
      assertThat(Files.getAttribute(Path.of("/proc/" + java.pid()), "unix:uid")).isEqualTo(65532);
      java.destroy();
      assertThat(log.lines().toList()).anyMatch(line -> line.contains("event=stopped"));
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static ProcessHandle server(Process buildah) {
    return buildah
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("buildah runs no java"));
  }
}
