package io.github.blurdetect.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurScore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No more images are decoded and scored at once than there are turns for. */
class ComputingTest {
  private static final byte[] PAGE = Servers.page();

  private final List<RawClient> clients = new ArrayList<>();

  private static ServerConfig limited(ServerConfig config, int workers, int computing, int queue) {
    return config.withLimits(Limits.of(workers, queue).withComputing(computing));
  }

  /** Sends an image on a connection of its own. */
  private RawClient send(BlurServer server, byte[] image) throws IOException {
    RawClient client = new RawClient(server);
    clients.add(client);
    client.call(image);
    return client;
  }

  private void send(BlurServer server, int images) throws IOException {
    for (int i = 0; i < images; i++) {
      send(server, PAGE);
    }
  }

  private static void awaitMetric(BlurServer server, String name, int value)
      throws InterruptedException {
    Servers.await(() -> Servers.metric(server, name) == value);
  }

  @AfterEach
  void closeClients() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void computing_moreWorkersThanTurns_theOthersWait() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    try (BlurServer server = Servers.start(scorer, config -> limited(config, 6, 2, 10))) {
      send(server, 9);
      awaitMetric(server, "blur_computing_waiting", 4);
      awaitMetric(server, "blur_queue_length", 3);
      scorer.awaitBegun(2);
      assertThat(scorer.begun()).isZero();
      assertThat(Servers.metric(server, "blur_computing")).isEqualTo(2);
      assertThat(Servers.metric(server, "blur_workers_busy")).isEqualTo(6);
      scorer.open();
      for (RawClient client : clients) {
        assertThat(client.reply()).contains("\"status\": 1");
      }
      awaitMetric(server, "blur_computing", 0);
    }
  }

  @Test
  void computing_underLoad_neverMoreThanTheTurns() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    TestScorer scorer =
        TestScorer.of(
            image -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
              return BlurScore.of(0.5);
            });
    try (BlurServer server = Servers.start(scorer, config -> limited(config, 8, 3, 100))) {
      send(server, 100);
      for (RawClient client : clients) {
        assertThat(client.reply()).contains("\"status\": 1");
      }
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void burst_noMoreThanWorkersAndQueueTake_isNeverRefused() throws Exception {
    try (BlurServer server =
        Servers.start(TestScorer.of(0.5), config -> limited(config, 6, 2, 6))) {
      send(server, 12);
      for (int round = 0; round < 40; round++) {
        for (RawClient client : clients) {
          assertThat(client.reply()).contains("\"status\": 1");
        }
        for (RawClient client : clients) {
          client.call(PAGE);
        }
      }
    }
  }

  @Test
  void computing_severalWait_theFirstToComeIsNext() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    TestScorer scorer =
        TestScorer.held(
            image -> {
              order.add(image.width());
              return BlurScore.of(0.5);
            });
    try (BlurServer server = Servers.start(scorer, config -> limited(config, 5, 1, 10))) {
      for (int i = 0; i < 5; i++) {
        send(server, Servers.png(10 + i, 8));
        awaitMetric(server, "blur_computing", 1);
        awaitMetric(server, "blur_computing_waiting", i);
      }
      scorer.open();
      for (RawClient client : clients) {
        client.reply();
      }
    }
    assertThat(order).containsExactly(10, 11, 12, 13, 14);
  }

  @Test
  void computing_failures_giveTheirTurnBack() throws Exception {
    TestScorer scorer =
        TestScorer.of(
            image ->
                switch (image.width()) {
                  case 30 -> throw new IllegalStateException("of this image");
                  case 31 -> throw new StackOverflowError("of this image");
                  case 32 -> throw new OutOfMemoryError("of this image");
                  default -> BlurScore.of(0.5);
                });
    try (BlurServer server = Servers.start(scorer, config -> limited(config, 4, 1, 4))) {
      byte[][] bad = {
        Servers.png(30, 8), Servers.png(31, 8), Servers.png(32, 8), new byte[] {1, 2, 3}, {}
      };
      for (byte[] image : bad) {
        assertThat(send(server, image).reply()).contains("\"status\": 0");
      }
      assertThat(send(server, PAGE).reply()).contains("\"status\": 1");
      awaitMetric(server, "blur_computing", 0);
    }
  }

  @Test
  void computing_turnComesAfterTheTimeout_isNotScoredAnyMore() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    Timeouts usual = Timeouts.defaults();
    Timeouts timeouts =
        new Timeouts(
            usual.read(), usual.request(), usual.idle(), Duration.ofMillis(200), usual.stop());
    try (BlurServer server =
        Servers.start(scorer, config -> limited(config, 3, 1, 3).withTimeouts(timeouts))) {
      send(server, 3);
      for (RawClient client : clients) {
        assertThat(client.reply()).contains("\"msg\": \"timeout: ");
      }
      scorer.awaitBegun(1);
      scorer.open();
      awaitMetric(server, "blur_workers_busy", 0);
      assertThat(scorer.begun()).isZero();
      assertThat(Servers.metric(server, "blur_computing")).isZero();
      assertThat(Servers.metric(server, "blur_buffered_bytes")).isZero();
    }
  }

  @Test
  void computing_stopWhileSeveralWait_allAreAnswered() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    BlurServer server = Servers.start(scorer, config -> limited(config, 4, 1, 6));
    send(server, 6);
    awaitMetric(server, "blur_requests_accepted_total", 6);
    CompletableFuture<Boolean> stopped = stop(server);
    scorer.awaitBegun(1);
    assertThat(stopped).isNotDone();
    scorer.open();
    for (RawClient client : clients) {
      assertThat(client.reply()).contains("\"status\": 1");
    }
    assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void computing_stopAtTheDeadline_endsTheWorkersThatWait() throws Exception {
    TestScorer scorer = TestScorer.held(0.5);
    Timeouts usual = Timeouts.defaults();
    Timeouts timeouts =
        new Timeouts(
            usual.read(), usual.request(), usual.idle(), usual.score(), Duration.ofMillis(800));
    BlurServer server =
        Servers.start(scorer, config -> limited(config, 4, 1, 4).withTimeouts(timeouts));
    send(server, 4);
    awaitMetric(server, "blur_computing_waiting", 3);
    stop(server).get(20, TimeUnit.SECONDS);
    for (RawClient client : clients) {
      assertThat(client.reply()).contains("\"msg\": \"stopping: ");
    }
    awaitMetric(server, "blur_computing_waiting", 0);
    scorer.open();
    awaitMetric(server, "blur_workers_busy", 0);
    assertThat(scorer.begun()).isLessThanOrEqualTo(1); // none but the one that was at work
  }

  private static CompletableFuture<Boolean> stop(BlurServer server) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return server.stop();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
