package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.service.BlurServer;
import io.github.blurdetect.service.Endpoint;
import io.github.blurdetect.service.ServerConfig;
import io.github.blurdetect.service.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceVerbsTest {
  private static final ServerConfig CONFIG =
      ServerConfig.defaults()
          .withListen(new Endpoint("127.0.0.1", 0))
          .withManagement(Optional.empty())
          .withRequestLog(false);

  @TempDir private Path folder = Path.of("");

  private CliRun client(Path path) throws IOException {
    try (BlurDetector detector = BlurDetector.of(BlurScorers.load().create("middle"));
        BlurServer server = BlurServer.start(CONFIG, detector, ImageDecoder.defaults())) {
      return CliRun.of("client", "--port", Integer.toString(server.port()), path.toString());
    }
  }

  @Test
  void client_labelledFolder_reportAndSpeed() throws IOException {
    for (int i = 0; i < 5; i++) {
      TestImages.write(folder, "Good_License/c" + i + ".png", TestImages.png(i == 0 ? 200 : 20));
    }
    TestImages.write(folder, "Bad_License/b.png", TestImages.png(200));

    CliRun run = client(folder);

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("[[4 1]\n [0 1]]", "6 answered, 0 failed", "images/s", "latency ms: median");
  }

  @Test
  void client_folder_aLineAnImageAndErrorsOnTheSide() throws IOException {
    TestImages.write(folder, "a.png", TestImages.png(51));
    TestImages.write(folder, "b.png", new byte[7]);

    CliRun run = client(folder);

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.out()).startsWith("clear     0.200  " + folder.resolve("a.png"));
    assertThat(run.out()).contains("1 answered, 1 failed").doesNotContain("Confusion");
    assertThat(run.err()).contains("b.png").hasLineCount(1);
  }

  @Test
  void client_missingPath_status3() throws IOException {
    CliRun run = client(folder.resolve("missing.png"));

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("missing.png: no such file");
  }

  @Test
  void client_nobodyListens_saysWhere() throws IOException {
    TestImages.write(folder, "a.png", TestImages.png(51));

    CliRun run = CliRun.of("client", "--port", "1", "--retries", "0", folder.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("127.0.0.1").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client --jobs 0 x",
        "client --port 70000 x",
        "client --timeout 0 x",
        "server --workers many",
        "server --port 70000",
        "server --scorer nonsense",
        "server --nonsense 1",
        "server --threshold 2 --scorer middle",
      })
  void badUsage_status2(String line) {
    CliRun run = CliRun.of(line.split(" "));

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).startsWith("blur: ").doesNotContain("\tat ");
  }

  @Test
  void server_unusableModelOrConfig_status1() {
    assertThat(CliRun.of("server", "--scorer", "modelless").status()).isEqualTo(ExitCodes.FAILED);
    assertThat(CliRun.of("server", "--config", folder.resolve("none").toString()).status())
        .isEqualTo(ExitCodes.FAILED);
  }

  @Test
  void server_config_isRead() throws IOException {
    Path config = Files.writeString(folder.resolve("blur.properties"), "scorer = modelless\n");

    CliRun run = CliRun.of("server", "--config", config.toString());

    assertThat(run.err()).contains("the model was never made");
  }

  @Test
  void server_help_explainsEverySetting() {
    String help = CliRun.of("server", "--help").out();

    for (Setting setting : Setting.values()) {
      assertThat(help).contains(setting.flag(), setting.variable());
    }
  }
}
