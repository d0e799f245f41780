package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.ServerConfig;
import io.github.blurdetect.service.internal.LogLine;
import io.github.blurdetect.service.internal.manage.Metrics;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that accepts connections, receives requests, hands them to the workers and sends the
 * replies. It never waits for a peer or a worker, so no peer can keep it from another.
 */
public final class IoLoop {
  private static final Logger LOG = LoggerFactory.getLogger(IoLoop.class);
  private static final long TICK_MILLIS = 50;

  private final Selector selector;
  private final Reception reception;
  private final LoopTasks tasks;
  private final Connections connections = new Connections();
  private final Stopping stopping = new Stopping();
  private final ConnectionHost host;
  private final Thread thread = LoopTasks.daemon(this::run, "blur-io");
  private long nextTick;

  /**
   * Binds the port.
   *
   * @param config where to listen, limits and timeouts
   * @param channels makes plain or encrypted channels
   * @param intake takes a complete request, or returns false if there is no room for it
   * @param metrics counts what happens
   * @throws IOException if the port cannot be bound
   */
  public IoLoop(
      ServerConfig config, ChannelFactory channels, Predicate<Request> intake, Metrics metrics)
      throws IOException {
    selector = Selector.open();
    tasks = new LoopTasks(selector);
    host = new ConnectionHost(config, channels, intake, metrics, tasks, connections, stopping);
    try {
      reception =
          new Reception(config.listen(), selector, socket -> host.welcome(socket, selector));
    } catch (IOException e) {
      Sockets.closeQuietly(selector);
      throw e;
    }
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /**
   * Returns the port.
   *
   * @return as bound
   * @throws IOException if the loop has ended
   */
  public int port() throws IOException {
    return reception.port();
  }

  /**
   * Refuses what is new, waits until accepted requests are answered, closes all connections.
   *
   * @param patience after which requests without a verdict are answered "stopping"
   * @throws InterruptedException if the calling thread is interrupted; stopping goes on
   */
  public void stop(Duration patience) throws InterruptedException {
    tasks.execute(
        () -> {
          if (!stopping.begun()) {
            stopping.begin(patience);
            reception.close();
          }
        });
    thread.join();
    tasks.end();
  }

  private void run() {
    try {
      while (!(stopping.begun() && finished())) {
        try {
          selector.select(this::ready, TICK_MILLIS);
        } catch (IOException e) {
          LOG.error(LogLine.of("select_failed").toString(), e);
        }
        tasks.run();
        tick();
      }
    } finally {
      reception.close();
      connections.closeAll();
      Sockets.closeQuietly(selector);
    }
  }

  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (reception.isFor(key)) {
      reception.accept();
    } else if (key.attachment() instanceof Connection connection) {
      connection.proceed();
    }
  }

  private void tick() {
    long now = System.nanoTime();
    if (now < nextTick) {
      return;
    }
    nextTick = now + Duration.ofMillis(TICK_MILLIS).toNanos();
    connections.tick(now);
    reception.tick(now);
    host.tick(now);
  }

  private boolean finished() {
    long now = System.nanoTime();
    if (stopping.overdue(now)) {
      connections.giveUpAll();
      return true;
    }
    boolean told = connections.count() == 0 || stopping.lingered(now, connections.anyMidRequest());
    return host.allSettled() && told && connections.noneOwesAReply();
  }
}
