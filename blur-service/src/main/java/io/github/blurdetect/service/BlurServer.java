package io.github.blurdetect.service;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.image.ImageDecoder;
import io.github.blurdetect.service.internal.LogLine;
import io.github.blurdetect.service.internal.manage.ManagementServer;
import io.github.blurdetect.service.internal.manage.ManagementServer.Health;
import io.github.blurdetect.service.internal.manage.Metrics;
import io.github.blurdetect.service.internal.net.ChannelFactory;
import io.github.blurdetect.service.internal.net.IoLoop;
import io.github.blurdetect.service.internal.scoring.Judge;
import io.github.blurdetect.service.internal.scoring.Readiness;
import io.github.blurdetect.service.internal.scoring.RequestServer;
import io.github.blurdetect.service.internal.scoring.ScoringPool;
import io.github.blurdetect.service.internal.scoring.Turns;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code string reco(1: binary imgstr)} to Thrift clients: binary protocol, unframed.
 *
 * <p>One thread does all input and output and never waits for a peer; a fixed number of threads
 * score, no more of them at once than there are processors. What exceeds the limits is refused with
 * a reply that says so. Safe for use by many threads.
 */
public final class BlurServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BlurServer.class);
  private static final Duration WORKERS_END = Duration.ofMillis(500);

  private final ServerConfig config;
  private final Metrics metrics = new Metrics();
  private final Readiness readiness;
  private final ScoringPool pool;
  private final IoLoop loop;
  private final @Nullable ManagementServer management;
  private final int port;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean stopBegun = new AtomicBoolean();
  private volatile boolean workersEnded;

  private BlurServer(ServerConfig config, BlurDetector detector, ImageDecoder decoder)
      throws IOException {
    this.config = config;
    ChannelFactory channels = new ChannelFactory(config.tls());
    Judge judge = new Judge(decoder, detector);
    Turns turns = new Turns(config.limits().computing(), metrics);
    readiness = new Readiness(judge, turns, config.timeouts().score());
    metrics.info("scorer", detector.scorer().name());
    metrics.info("version", version());
    management = manage(config);
    RequestServer server = new RequestServer(judge, turns, metrics, config.requestLog());
    pool = new ScoringPool(server, config.limits(), metrics);
    try {
      loop = new IoLoop(config, channels, pool::offer, metrics);
      port = loop.port();
    } catch (IOException e) {
      pool.end();
      if (management != null) {
        management.close();
      }
      throw e;
    }
    loop.start();
  }

  private @Nullable ManagementServer manage(ServerConfig settings) throws IOException {
    if (settings.management().isEmpty()) {
      return null;
    }
    return new ManagementServer(
        settings.management().get(), metrics, () -> new Health(true, "live"), readiness);
  }

  /**
   * Starts a server.
   *
   * @param config where to listen, limits, timeouts
   * @param detector gives the verdicts; stays the caller's, to be closed after the server
   * @param decoder reads the images; holds the limit on pixels
   * @return the server, which the caller closes
   * @throws IOException if a port cannot be bound or a key store cannot be used
   */
  public static BlurServer start(ServerConfig config, BlurDetector detector, ImageDecoder decoder)
      throws IOException {
    BlurServer server = new BlurServer(config, detector, decoder);
    LOG.info(
        LogLine.of("started")
            .with("listen", new Endpoint(config.listen().host(), server.port()))
            .with("management", server.management == null ? "off" : server.managementPort().get())
            .with("tls", config.tls().isPresent())
            .with("scorer", detector.scorer().name())
            .with("workers", config.limits().workers())
            .with("computing", config.limits().computing())
            .with("queue", config.limits().queue())
            .toString());
    return server;
  }

  static String version() {
    String version = BlurServer.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * Returns the port for Thrift clients.
   *
   * @return as bound
   */
  public int port() {
    return port;
  }

  /**
   * Returns the port of metrics and health.
   *
   * @return as bound; empty if there is none
   */
  public Optional<Integer> managementPort() {
    return Optional.ofNullable(management).map(ManagementServer::port);
  }

  /**
   * Returns what {@code /metrics} serves.
   *
   * @return Prometheus' text format
   */
  public String metrics() {
    return metrics.text();
  }

  /**
   * Waits until the server has stopped.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops within the configured time: accepted requests are answered, new ones refused. Stopping
   * twice waits for the first to be done.
   *
   * @return whether all workers have ended; if not, the detector is still in use
   * @throws InterruptedException if the calling thread is interrupted; stopping goes on
   */
  public boolean stop() throws InterruptedException {
    if (!stopBegun.compareAndSet(false, true)) {
      stopped.await();
      return workersEnded;
    }
    long began = System.nanoTime();
    readiness.stopping();
    Duration patience = config.timeouts().stop().minus(WORKERS_END);
    loop.stop(patience.isNegative() ? Duration.ZERO : patience);
    workersEnded = pool.stop(WORKERS_END);
    if (management != null) {
      management.close();
    }
    LOG.info(
        LogLine.of("stopped")
            .millis("took_ms", System.nanoTime() - began)
            .with("workers_ended", workersEnded)
            .with("accepted", metrics.acceptedCount())
            .toString());
    stopped.countDown();
    return workersEnded;
  }

  /** Stops, and keeps the thread's interruption for later. */
  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
