package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
  @TempDir private Path folder;

  private static ServerConfig config(String... args) throws IOException {
    return ServerMain.parse(args, Map.of()).serverConfig();
  }

  @Test
  void serverConfig_nothingGiven_isTheDefaults() throws Exception {
    assertThat(config()).isEqualTo(ServerConfig.defaults());
  }

  @Test
  void read_precedence_isFlagThenVariableThenFile() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("blur.properties"), "# three settings\nport=1\nworkers = 2\nqueue=3\n");
    Map<String, String> environment =
        Map.of("BLUR_CONFIG", file.toString(), "BLUR_WORKERS", "20", "BLUR_QUEUE", "30");
    ServerConfig config =
        ServerMain.parse(new String[] {"--queue", "300"}, environment).serverConfig();
    assertThat(config.listen().port()).isEqualTo(1);
    assertThat(config.limits().workers()).isEqualTo(20);
    assertThat(config.limits().queue()).isEqualTo(300);
  }

  @Test
  void read_configFlag_winsOverItsVariable() throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "port=1\n");
    Path two = Files.writeString(folder.resolve("two"), "port=2\n");
    ServerSettings settings =
        ServerMain.parse(new String[] {"--config=" + two}, Map.of("BLUR_CONFIG", one.toString()));
    assertThat(settings.serverConfig().listen().port()).isEqualTo(2);
  }

  @Test
  void serverConfig_everyValue_arrives() throws Exception {
    ServerConfig config =
        config(
            "--host=0.0.0.0",
            "--port=7",
            "--workers=3",
            "--computing=6",
            "--queue=4",
            "--max-connections=5",
            "--max-image-bytes=2MiB",
            "--buffer-bytes=1GiB",
            "--read-timeout=1s",
            "--request-timeout=2m",
            "--idle-timeout=3h",
            "--score-timeout=400ms",
            "--stop-timeout=5",
            "--management-host=::1",
            "--management-port=8",
            "--request-log=false",
            "--tls-key-store=k.p12",
            "--tls-password=p",
            "--tls-trust-store=t.p12",
            "--tls-trust-password=q");
    assertThat(config.listen()).isEqualTo(new Endpoint("0.0.0.0", 7));
    assertThat(config.management()).contains(new Endpoint("::1", 8));
    assertThat(config.limits()).isEqualTo(new Limits(3, 6, 4, 5, 2 << 20, 1L << 30));
    assertThat(config.timeouts())
        .isEqualTo(
            new Timeouts(
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofHours(3),
                Duration.ofMillis(400),
                Duration.ofSeconds(5)));
    assertThat(config.requestLog()).isFalse();
    TlsConfig tls = config.tls().orElseThrow();
    assertThat(tls.keyStore()).isEqualTo(Path.of("k.p12"));
    assertThat(tls.password()).isEqualTo("p");
    assertThat(tls.trustStore()).contains(Path.of("t.p12"));
    assertThat(tls.trustPassword()).isEqualTo("q");
  }

  @Test
  void serverConfig_computingNotGiven_isTheNumberOfProcessors() throws Exception {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(config("--workers=40").limits().computing()).isEqualTo(processors);
  }

  @Test
  void serverConfig_managementOff_isEmpty() throws Exception {
    assertThat(config("--management-port", "off").management()).isEmpty();
  }

  @Test
  void decoder_limits_arrive() throws Exception {
    ServerSettings settings =
        ServerMain.parse(new String[] {"--max-pixels=1234", "--max-image-bytes=5678"}, Map.of());
    assertThat(settings.decoder().options().maxPixels()).isEqualTo(1234);
    assertThat(settings.decoder().options().maxBytes()).isEqualTo(5678);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=x            | port is 'x' (--port), expected a whole number
          --port=70000        | port is 70000, expected 0 to 65535
          --workers=0         | workers is 0, expected 1
          --computing=0       | computing is 0, expected 1
          --queue=-1          | queue is -1, expected 0
          --read-timeout=10q  | read-timeout is '10q' (--read-timeout), expected seconds
          --read-timeout=0    | read timeout is PT0S, expected more than 0
          --max-image-bytes=9999999999999999999GiB | max-image-bytes is '9999999999999999999GiB'
          --max-image-bytes=3GiB | expected at most 1GiB
          --buffer-bytes=1KiB | bufferedBytes is 1024, expected
          --request-log=maybe | request-log is 'maybe' (--request-log), expected true or false
          --tls-trust-store=x | tls-key-store is '' (default), expected a key store
          --prot=1            | there is no flag '--prot'
          port=1              | there is no flag 'port'
          --port              | --port has no value
          """)
  void serverConfig_wrongValue_saysWhatWhereAndWhatWasExpected(String flag, String message) {
    assertThatThrownBy(() -> config(flag))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void read_fileWithUnknownSetting_namesIt() throws Exception {
    Path file = Files.writeString(folder.resolve("blur.properties"), "prot=1\n");
    assertThatThrownBy(() -> config("--config", file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blur.properties: there is no setting 'prot', expected one of host");
  }

  @Test
  void read_fileMissing_saysSo() {
    assertThatThrownBy(() -> config("--config=/no/such/file"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/file: no such configuration file");
  }

  @Test
  void openDetector_profileAndThreshold_contradict() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "format=1\nscorer=tree\nthreshold=0.5\n");
    ServerSettings settings =
        ServerMain.parse(new String[] {"--profile=" + file, "--threshold=0.4"}, Map.of());
    assertThatThrownBy(settings::openDetector)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("threshold is '0.4' (--threshold), expected none");
  }

  @Test
  void openDetector_profile_keepsItsScorersThreads() throws Exception {
    Path file =
        Files.writeString(folder.resolve("p"), "format=1\nscorer=threads-told\nthreshold=0.5\n");
    ServerSettings settings =
        ServerMain.parse(new String[] {"--profile=" + file, "--scorer-threads=3"}, Map.of());
    try (BlurDetector detector = settings.openDetector()) {
      double blurriness = detector.assess(BlurImage.grey(new byte[1], 1, 1)).blurriness();
      assertThat(blurriness).isEqualTo(0.03);
      assertThat(detector.threshold()).isEqualTo(0.5);
    }
  }

  @Test
  void help_everySetting_isExplained() {
    String help = ServerHelp.text();
    for (Setting setting : Setting.values()) {
      assertThat(help).contains(setting.flag() + " ").contains(setting.variable());
      assertThat(help).contains(setting.description());
    }
    assertThat(help).contains("--config");
  }
}
