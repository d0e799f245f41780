package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stalled peers, overload, time limits, memory, and stopping. */
class BlurServerLimitsTest {
  private static final byte[] PAGE = Servers.page();

  private final List<RawClient> clients = new ArrayList<>();

  private RawClient connect(BlurServer server) throws IOException {
    RawClient client = new RawClient(server);
    clients.add(client);
    return client;
  }

  @AfterEach
  void closeClients() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  private static Timeouts timeouts(Duration read, Duration idle, Duration score) {
    return new Timeouts(read, Duration.ofMinutes(1), idle, score, Duration.ofSeconds(10));
  }

  @Test
  void stalledClients_announceAFullFrame_occupyNoWorkerAndLittleMemory() throws Exception {
    try (BlurServer server = Servers.start(TestScorer.of(0.5))) {
      for (int i = 0; i < 16; i++) {
        RawClient stalled = connect(server);
        stalled.write(RawClient.head("reco", true, 1, 50 << 20));
        stalled.write(new byte[1000]);
      }
      Servers.await(() -> Servers.metric(server, "blur_buffered_bytes") > 16 * 1000);
      for (int i = 0; i < 30; i++) {
        assertThat(connect(server).reco(PAGE)).contains("\"status\": 1");
      }
      Servers.await(() -> Servers.metric(server, "blur_workers_busy") == 0);
      assertThat(Servers.metric(server, "blur_buffered_bytes")).isLessThan(16 * 20_000);
    }
  }

  @Test
  void overload_queueFull_isRefusedWhileWorkersAreHeldAndTheAcceptedAreAnswered() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    Limits limits = Limits.of(2, 3).withComputing(2);
    try (BlurServer server = Servers.start(scorer, config -> config.withLimits(limits))) {
      List<RawClient> accepted = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        RawClient client = connect(server);
        client.call(PAGE);
        accepted.add(client);
        int sent = i + 1;
        Servers.await(() -> Servers.metric(server, "blur_requests_accepted_total") == sent);
      }
      scorer.awaitBegun(2);
      for (int i = 0; i < 10; i++) {
        assertThat(connect(server).reco(PAGE))
            .startsWith("{\"data\": \"\", \"status\": 0, \"msg\": \"overloaded: ");
      }
      scorer.open();
      for (RawClient client : accepted) {
        assertThat(client.reply()).contains("\"status\": 1");
      }
      assertThat(connect(server).reco(PAGE)).contains("\"status\": 1");
      assertThat(Servers.metric(server, "blur_requests_total{outcome=\"overloaded\"}"))
          .isEqualTo(10);
    }
  }

  @Test
  void readTimeout_requestStopsHalfWay_isToldAndClosed() throws Exception {
    try (BlurServer server =
        Servers.start(
            TestScorer.of(0.5),
            config ->
                config.withTimeouts(
                    timeouts(
                        Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofMinutes(1))))) {
      RawClient client = connect(server);
      client.write(RawClient.head("reco", true, 1, 1000));
      assertThat(client.reply()).contains("\"msg\": \"timeout: 23 of 1023 bytes or more arrived");
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void requestTimeout_bytesTrickle_isToldAndClosed() throws Exception {
    Timeouts timeouts =
        new Timeouts(
            Duration.ofSeconds(10),
            Duration.ofMillis(300),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10));
    try (BlurServer server =
        Servers.start(TestScorer.of(0.5), config -> config.withTimeouts(timeouts))) {
      RawClient client = connect(server);
      client.write(RawClient.head("reco", true, 1, 100_000));
      CompletableFuture<String> reply =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return client.reply();
                } catch (IOException e) {
                  return e.toString();
                }
              });
      while (!reply.isDone()) {
        try {
          client.write(new byte[1]);
          Thread.sleep(10);
        } catch (IOException e) {
          break; // closed meanwhile
        }
      }
      assertThat(reply.get(20, TimeUnit.SECONDS)).contains("\"msg\": \"timeout: ");
    }
  }

  @Test
  void idleTimeout_nothingSent_isClosed() throws Exception {
    try (BlurServer server =
        Servers.start(
            TestScorer.of(0.5),
            config ->
                config.withTimeouts(
                    timeouts(
                        Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofMinutes(1))))) {
      RawClient client = connect(server);
      assertThat(client.reco(PAGE)).contains("\"status\": 1");
      assertThat(client.ended()).isTrue();
      Servers.await(
          () -> Servers.metric(server, "blur_connections_closed_total{reason=\"idle\"}") == 1);
    }
  }

  @Test
  void scoreTimeout_scorerHangs_isToldAndTheConnectionServesOn() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    try (BlurServer server =
        Servers.start(
            scorer,
            config ->
                config.withTimeouts(
                    timeouts(
                        Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(200))))) {
      RawClient client = connect(server);
      assertThat(client.reco(PAGE)).contains("\"msg\": \"timeout: ");
      scorer.open(); // the late verdict must not be taken for the next one's
      client.write(RawClient.call("reco", true, 2, new byte[0]));
      assertThat(client.reply(2)).contains("\"msg\": \"empty: ");
    }
  }

  @Test
  void connections_allStalled_makeRoomForANewOne() throws Exception {
    try (BlurServer server =
        Servers.start(
            TestScorer.of(0.5), config -> config.withLimits(config.limits().withConnections(3)))) {
      connect(server).write(RawClient.head("reco", true, 1, 1000));
      connect(server);
      connect(server);
      Servers.await(() -> Servers.metric(server, "blur_connections_opened_total") == 3);
      assertThat(refusedOrServed(server)).isIn("served", "refused"); // within the first second
      Servers.await(() -> refusedOrServed(server).equals("served"));
      assertThat(Servers.metric(server, "blur_connections")).isLessThanOrEqualTo(3);
      assertThat(Servers.metric(server, "blur_connections_closed_total{reason=\"evicted\"}"))
          .isEqualTo(1);
    }
  }

  private String refusedOrServed(BlurServer server) {
    try (RawClient client = new RawClient(server)) {
      return client.reco(PAGE).contains("\"status\": 1") ? "served" : "failed";
    } catch (IOException e) {
      return "refused";
    }
  }

  @Test
  void memory_usedUpByUnfinishedRequests_refusesThenMakesRoom() throws Exception {
    try (BlurServer server =
        Servers.start(
            TestScorer.of(0.5),
            config ->
                config.withLimits(
                    config.limits().withImageBytes(1_000_000).withBufferedBytes(1_200_000)))) {
      RawClient hog = connect(server);
      hog.write(RawClient.head("reco", true, 1, 1_000_000));
      hog.write(new byte[999_000]);
      Servers.await(() -> Servers.metric(server, "blur_buffered_bytes") > 990_000);
      RawClient other = connect(server);
      byte[] large = new byte[900_000];
      String first = other.reco(large); // the hog is not a second old, or just is
      assertThat(first).containsAnyOf("overloaded: ", "not_an_image: ");
      Servers.await(
          () -> {
            try {
              return other.reco(large).contains("not_an_image: ");
            } catch (IOException e) {
              return Assertions.fail("connection lost", e);
            }
          });
      assertThat(hog.ended()).isTrue();
      Servers.await(() -> Servers.metric(server, "blur_buffered_bytes") == 0);
    }
  }

  @Test
  void stop_requestsInWorkAndWaiting_areAnsweredAndNewOnesRefused() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    BlurServer server = Servers.start(scorer, config -> config.withLimits(Limits.of(1, 5)));
    RawClient bystander = connect(server);
    List<RawClient> accepted = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      accepted.add(connect(server));
      accepted.get(i).call(PAGE);
    }
    Servers.await(() -> Servers.metric(server, "blur_requests_accepted_total") == 4);
    CompletableFuture<Boolean> stopped =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.stop();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    Servers.await(() -> refusesConnections(server));
    assertThat(bystander.reco(PAGE))
        .startsWith("{\"data\": \"\", \"status\": 0, \"msg\": \"stopping: ");
    assertThat(bystander.ended()).isTrue();
    assertThat(stopped).isNotDone();
    scorer.open();
    for (RawClient client : accepted) {
      assertThat(client.reply()).contains("\"status\": 1");
      assertThat(client.ended()).isTrue();
    }
    assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean refusesConnections(BlurServer server) {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void stop_scorerHangs_answersAtTheDeadline() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    Timeouts usual = Timeouts.defaults();
    Timeouts timeouts =
        new Timeouts(
            usual.read(), usual.request(), usual.idle(), usual.score(), Duration.ofMillis(800));
    BlurServer server = Servers.start(scorer, config -> config.withTimeouts(timeouts));
    RawClient client = connect(server);
    client.call(PAGE);
    scorer.awaitBegun(1);
    server.stop();
    assertThat(client.reply()).contains("\"msg\": \"stopping: ");
    assertThat(client.ended()).isTrue();
    scorer.open();
  }

  @Test
  void stop_twice_isHarmless() throws Exception {
    BlurServer server = Servers.start(TestScorer.of(0.5));
    assertThat(server.stop()).isTrue();
    assertThat(server.stop()).isTrue();
    server.close();
    server.awaitStop();
  }
}
