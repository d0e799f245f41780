package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurScore;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManagementTest {
  private static final byte[] PAGE = Servers.page();

  private final HttpClient http = HttpClient.newHttpClient();

  private static BlurServer start(TestScorer scorer) throws IOException {
    return Servers.start(
        scorer, config -> config.withManagement(Optional.of(new Endpoint("127.0.0.1", 0))));
  }

  private HttpResponse<String> get(BlurServer server, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.managementPort().orElseThrow() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void ready_scoresAPage_andRepeatsAFreshResult() throws Exception {
    AtomicInteger scored = new AtomicInteger();
    TestScorer scorer =
        TestScorer.of(
            image -> {
              scored.incrementAndGet();
              assertThat(image.width()).isEqualTo(480);
              return BlurScore.of(0.125);
            });
    try (BlurServer server = start(scorer)) {
      HttpResponse<String> ready = get(server, "/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).startsWith("ready, scored a page in ").contains("0.125");
      for (int i = 0; i < 20; i++) {
        assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
      }
      assertThat(scored.get()).isBetween(1, 20);
    }
  }

  @Test
  void ready_scorerFails_is503WhileLiveIs200() throws Exception {
    TestScorer scorer =
        TestScorer.of(
            image -> {
              throw new IllegalStateException("model is gone");
            });
    try (BlurServer server = start(scorer)) {
      assertThat(get(server, "/ready").statusCode()).isEqualTo(503);
      assertThat(get(server, "/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void ready_allTurnsHang_is503UntilTheyGoOn() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    Timeouts usual = Timeouts.defaults();
    Timeouts timeouts =
        new Timeouts(
            usual.read(), usual.request(), usual.idle(), Duration.ofMillis(200), usual.stop());
    try (BlurServer server =
            Servers.start(
                scorer,
                config ->
                    config
                        .withManagement(Optional.of(new Endpoint("127.0.0.1", 0)))
                        .withTimeouts(timeouts)
                        .withLimits(Limits.of(2, 2).withComputing(1)));
        RawClient first = new RawClient(server);
        RawClient second = new RawClient(server)) {
      first.call(PAGE);
      second.call(PAGE);
      Servers.await(() -> Servers.metric(server, "blur_computing_waiting") == 1);
      assertThat(first.reply()).contains("timeout: ");
      assertThat(second.reply()).contains("timeout: ");
      HttpResponse<String> stuck = get(server, "/ready");
      assertThat(stuck.statusCode()).isEqualTo(503);
      assertThat(stuck.body()).startsWith("stuck: no image was done for ");
      scorer.open();
      Servers.await(() -> Servers.metric(server, "blur_workers_busy") == 0);
      assertThat(get(server, "/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void metrics_whoeverHasAReply_isCounted() throws Exception {
    try (BlurServer server = start(TestScorer.of(0.75));
        RawClient client = new RawClient(server)) {
      for (int sent = 1; sent <= 1000; sent++) {
        client.reco(new byte[] {1, 2, 3});
        assertThat(Servers.metric(server, "blur_requests_total{outcome=\"not_an_image\"}"))
            .isEqualTo(sent);
        assertThat(Servers.metric(server, "blur_request_seconds_count")).isEqualTo(sent);
      }
    }
  }

  @Test
  void metrics_afterRequests_countThem() throws Exception {
    try (BlurServer server = start(TestScorer.of(0.75));
        RawClient client = new RawClient(server)) {
      client.reco(PAGE);
      client.reco(PAGE);
      client.reco(new byte[] {1, 2, 3});
      String text = get(server, "/metrics").body();
      assertThat(text)
          .contains("blur_requests_total{outcome=\"scored\"} 2\n")
          .contains("blur_requests_total{outcome=\"not_an_image\"} 1\n")
          .contains("blur_requests_total{outcome=\"overloaded\"} 0\n")
          .contains("blur_verdicts_total{verdict=\"BLURRED\"} 2\n")
          .contains("blur_requests_accepted_total 3\n")
          .contains("blur_request_seconds_bucket{le=\"+Inf\"} 3\n")
          .contains("blur_connections 1\n")
          .contains("blur_buffered_bytes 0\n")
          .contains("blur_info{scorer=\"test\",version=")
          .contains("# TYPE blur_request_seconds histogram\n")
          .contains("process_uptime_seconds ");
      assertThat(text.lines().filter(line -> !line.startsWith("#")))
          .allMatch(line -> line.matches("[a-z_]+(\\{[^}]*})? [0-9.E+-]+"));
      assertThat(Servers.metric(server, "blur_received_bytes_total")).isGreaterThan(PAGE.length);
    }
  }

  @Test
  void healthCheck_readyUnreadyAndAbsent_tellsThemApart() throws Exception {
    String port;
    try (BlurServer server = start(TestScorer.of(0.5))) {
      port = String.valueOf(server.managementPort().orElseThrow());
      assertThat(HealthCheck.status(new String[] {port}, Map.of())).isZero();
      assertThat(HealthCheck.status(new String[0], Map.of("BLUR_MANAGEMENT_PORT", port))).isZero();
    }
    assertThat(HealthCheck.status(new String[] {port}, Map.of())).isEqualTo(1);
    assertThat(HealthCheck.status(new String[] {"x"}, Map.of())).isEqualTo(1);
    TestScorer broken =
        TestScorer.of(
            image -> {
              throw new IllegalStateException("model is gone");
            });
    try (BlurServer server = start(broken)) {
      port = String.valueOf(server.managementPort().orElseThrow());
      assertThat(HealthCheck.status(new String[] {port}, Map.of())).isEqualTo(1);
    }
  }

  @Test
  void otherPathsAndMethods_areRefused() throws Exception {
    try (BlurServer server = start(TestScorer.of(0.5))) {
      assertThat(get(server, "/").statusCode()).isEqualTo(404);
      assertThat(get(server, "/metrics/../secret").statusCode()).isEqualTo(404);
      assertThat(get(server, "/livery").statusCode()).isEqualTo(404);
      URI uri = URI.create("http://127.0.0.1:" + server.managementPort().orElseThrow() + "/live");
      HttpRequest post =
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("x")).build();
      assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }
  }

  @Test
  void stalledHttpPeers_doNotTouchTheService() throws Exception {
    List<Socket> stalled = new ArrayList<>();
    try (BlurServer server = start(TestScorer.of(0.5));
        RawClient client = new RawClient(server)) {
      for (int i = 0; i < 10; i++) {
        Socket socket = new Socket("127.0.0.1", server.managementPort().orElseThrow());
        socket.getOutputStream().write("GET /li".getBytes());
        stalled.add(socket);
      }
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
  }
}
