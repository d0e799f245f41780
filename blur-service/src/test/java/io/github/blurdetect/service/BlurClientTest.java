package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.Verdict;
import io.github.blurdetect.service.BlurServiceException.Problem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlurClientTest {
  private static final byte[] PAGE = Servers.page();
  private static final ClientOptions NO_RETRY =
      ClientOptions.defaults().withRetries(0, Duration.ZERO);
  private static final ClientOptions RETRY =
      ClientOptions.defaults().withRetries(10, Duration.ofMillis(1));

  private static BlurClient client(int port, ClientOptions options) {
    return new BlurClient(new Endpoint("127.0.0.1", port), options);
  }

  private static BlurServiceException failure(BlurClient client, byte[] image) {
    return catchThrowableOfType(BlurServiceException.class, () -> client.score(image));
  }

  /** A server that does one scripted thing with each connection. */
  private interface Script {
    void serve(int connection, DataInputStream in, DataOutputStream out) throws IOException;
  }

  private static ServerSocket scripted(Script script) throws IOException {
    ServerSocket listener = new ServerSocket(0);
    Thread thread =
        new Thread(
            () -> {
              for (int i = 0; !listener.isClosed(); i++) {
                try (Socket socket = listener.accept()) {
                  script.serve(
                      i,
                      new DataInputStream(socket.getInputStream()),
                      new DataOutputStream(socket.getOutputStream()));
                } catch (IOException e) {
                  // The test is over, or its client is gone.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  private static void readCall(DataInputStream in) throws IOException {
    in.skipNBytes(4 + 4 + 4 + 4 + 1 + 2);
    in.skipNBytes(in.readInt());
    in.skipNBytes(1);
  }

  private static void reply(DataOutputStream out, int sequence, String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    out.writeInt(0x80010002);
    out.writeInt(4);
    out.writeBytes("reco");
    out.writeInt(sequence);
    out.writeByte(11);
    out.writeShort(0);
    out.writeInt(text.length);
    out.write(text);
    out.writeByte(0);
    out.flush();
  }

  @Test
  void score_image_isTheServersVerdict() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.75));
        BlurClient client = BlurClient.connectTo("127.0.0.1", server.port())) {
      ServiceVerdict verdict = client.score(PAGE);
      assertThat(verdict.score()).isEqualTo(0.75);
      assertThat(verdict.blurred()).isTrue();
      assertThat(verdict.verdict()).contains(Verdict.BLURRED);
      assertThat(verdict.scorer()).contains("test");
      assertThat(verdict.reasons()).isEmpty();
    }
  }

  @Test
  void score_manyThreads_shareThePoolAndReuseConnections() throws Exception {
    TestScorer scorer = TestScorer.of(image -> BlurScore.of(image.width() / 1000.0));
    try (BlurServer server = Servers.start(scorer, config -> config.withLimits(Limits.of(4, 100)));
        BlurClient client = client(server.port(), NO_RETRY.withConnections(3))) {
      List<CompletableFuture<Double>> scores = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        byte[] image = Servers.png(1 + i, 4);
        scores.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return client.score(image).score();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }));
      }
      for (int i = 0; i < 200; i++) {
        assertThat(scores.get(i).get(20, TimeUnit.SECONDS)).isEqualTo((1 + i) / 1000.0);
      }
      assertThat(Servers.metric(server, "blur_connections_opened_total")).isBetween(1.0, 3.0);
    }
  }

  @Test
  void score_badImage_isNotSentAgain() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.75));
        BlurClient client = client(server.port(), RETRY)) {
      BlurServiceException thrown = failure(client, new byte[] {1, 2, 3});
      assertThat(thrown.problem()).isEqualTo(Problem.FAILED);
      assertThat(thrown.code()).contains(FailureCode.NOT_AN_IMAGE);
      assertThat(Servers.metric(server, "blur_requests_total{outcome=\"not_an_image\"}"))
          .isEqualTo(1);
      assertThat(client.score(PAGE).score()).isEqualTo(0.75);
      assertThat(Servers.metric(server, "blur_connections_opened_total")).isEqualTo(1);
    }
  }

  @Test
  void score_overloadedAtFirst_isSentAgainUntilServed() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket server =
            scripted(
                (connection, in, out) -> {
                  for (int sequence = 1; ; sequence++) {
                    readCall(in);
                    reply(
                        out,
                        sequence,
                        calls.incrementAndGet() < 4
                            ? "{\"data\": \"\", \"status\": 0, \"msg\": \"overloaded: later\"}"
                            : "{\"data\": {\"score\": 0.5, \"pred\": true}, \"status\": 1, \"msg\": \"\"}");
                  }
                });
        BlurClient client = client(server.getLocalPort(), RETRY)) {
      ServiceVerdict verdict = client.score(PAGE);
      assertThat(calls.get()).isEqualTo(4);
      assertThat(verdict.blurred()).isTrue(); // a truth value, as some servers of old send
      assertThat(verdict.verdict()).isEmpty();
    }
  }

  @Test
  void score_overloadedForEver_failsAfterTheRetries() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    try (BlurServer server = Servers.start(scorer, config -> config.withLimits(Limits.of(1, 0)));
        RawClient first = new RawClient(server);
        BlurClient client = client(server.port(), RETRY.withRetries(2, Duration.ofMillis(1)))) {
      first.call(PAGE);
      scorer.awaitBegun(1);
      BlurServiceException thrown = failure(client, PAGE);
      assertThat(thrown.code()).contains(FailureCode.OVERLOADED);
      assertThat(thrown.retryable()).isTrue();
      assertThat(Servers.metric(server, "blur_requests_total{outcome=\"overloaded\"}"))
          .isEqualTo(3);
      scorer.open();
    }
  }

  @Test
  void score_connectionBreaks_isSentAgainOnANewOne() throws Exception {
    try (ServerSocket server =
            scripted(
                (connection, in, out) -> {
                  readCall(in);
                  if (connection == 2) {
                    reply(
                        out,
                        1,
                        "{\"data\": {\"score\": 0.25, \"pred\": 0}, \"status\": 1, \"msg\": \"\"}");
                  }
                });
        BlurClient client = client(server.getLocalPort(), RETRY)) {
      assertThat(client.score(PAGE).score()).isEqualTo(0.25);
    }
  }

  @Test
  void score_pooledConnectionClosedByTheServer_isReplacedWithoutARetry() throws Exception {
    String good = "{\"data\": {\"score\": 0.25, \"pred\": 0}, \"status\": 1, \"msg\": \"\"}";
    try (ServerSocket server =
            scripted(
                (connection, in, out) -> {
                  readCall(in);
                  reply(out, 1, good);
                });
        BlurClient client = client(server.getLocalPort(), NO_RETRY)) {
      assertThat(client.score(PAGE).score()).isEqualTo(0.25);
      assertThat(client.score(PAGE).score()).isEqualTo(0.25);
      assertThat(client.score(PAGE).score()).isEqualTo(0.25);
    }
  }

  @Test
  void score_noServer_isNotConnected() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    try (BlurClient client = client(port, NO_RETRY)) {
      BlurServiceException thrown = failure(client, PAGE);
      assertThat(thrown.problem()).isEqualTo(Problem.NOT_CONNECTED);
      assertThat(thrown).hasMessageContaining("127.0.0.1:" + port);
    }
  }

  @Test
  void score_noReply_timesOutAndIsNotSentAgain() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    try (BlurServer server = Servers.start(scorer);
        BlurClient client =
            client(
                server.port(), RETRY.withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300)))) {
      assertThat(failure(client, PAGE).problem()).isEqualTo(Problem.TIMEOUT);
      assertThat(Servers.metric(server, "blur_requests_accepted_total")).isEqualTo(1);
      scorer.open();
      assertThat(client.score(PAGE).score()).isEqualTo(0.5); // not the late reply's connection
    }
  }

  @Test
  void score_otherProtocols_areNamedAsSuch() throws Exception {
    String[] replies = {"{}", "[1]", "no json", "{\"status\": 1, \"data\": {\"score\": \"x\"}}"};
    for (String text : replies) {
      try (ServerSocket server =
              scripted(
                  (connection, in, out) -> {
                    readCall(in);
                    reply(out, 1, text);
                  });
          BlurClient client = client(server.getLocalPort(), NO_RETRY)) {
        assertThat(failure(client, PAGE).problem()).isEqualTo(Problem.PROTOCOL);
      }
    }
    try (ServerSocket server =
            scripted((connection, in, out) -> out.writeBytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
        BlurClient client = client(server.getLocalPort(), NO_RETRY)) {
      assertThat(failure(client, PAGE).problem()).isEqualTo(Problem.PROTOCOL);
    }
  }

  @Test
  void score_allConnectionsInUse_timesOut() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    try (BlurServer server = Servers.start(scorer);
        BlurClient client =
            client(
                server.port(),
                NO_RETRY
                    .withConnections(1)
                    .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(2)))) {
      CompletableFuture<?> first = CompletableFuture.runAsync(() -> failure(client, PAGE));
      scorer.awaitBegun(1);
      assertThat(failure(client, PAGE).problem()).isEqualTo(Problem.TIMEOUT);
      scorer.open();
      first.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void score_afterClose_isRefused() throws Exception {
    BlurClient client = BlurClient.connectTo("127.0.0.1", 1);
    client.close();
    assertThatThrownBy(() -> client.score(PAGE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void code_messages_areRecognised() {
    for (FailureCode code : FailureCode.values()) {
      assertThat(FailureCode.of(code.text() + ": why")).contains(code);
    }
    assertThat(FailureCode.of("cannot identify image file")).isEmpty();
    assertThat(FailureCode.of("emptyish: x")).isEmpty();
  }
}
