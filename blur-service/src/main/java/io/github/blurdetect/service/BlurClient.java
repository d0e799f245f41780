package io.github.blurdetect.service;

import io.github.blurdetect.service.BlurServiceException.Problem;
import io.github.blurdetect.service.internal.client.ClientConnection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks a blur service, this project's or the reference's, for verdicts.
 *
 * <pre>{@code
 * try (BlurClient client = BlurClient.connectTo("127.0.0.1", 9099)) {
 *   ServiceVerdict verdict = client.score(Files.readAllBytes(path));
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads: each call takes a connection of its own from a pool. Connections
 * are made when first needed.
 */
public final class BlurClient implements AutoCloseable {
  // Well under the server's idle timeout, so that a pooled connection is seldom a dead one.
  private static final long MAX_IDLE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Endpoint server;
  private final ClientOptions options;
  private final Semaphore permits;
  private final BlockingDeque<ClientConnection> idle = new LinkedBlockingDeque<>();
  private volatile boolean closed;

  /**
   * Makes a client; nothing is connected yet.
   *
   * @param server where the service listens
   * @param options pool, timeouts, retries, TLS
   */
  public BlurClient(Endpoint server, ClientOptions options) {
    this.server = Objects.requireNonNull(server, "server");
    this.options = Objects.requireNonNull(options, "options");
    this.permits = new Semaphore(options.connections(), true);
  }

  /**
   * Makes a client with the usual options.
   *
   * @param host a name or address
   * @param port usually 9099
   * @return a new client, which the caller closes
   */
  public static BlurClient connectTo(String host, int port) {
    return new BlurClient(new Endpoint(host, port), ClientOptions.defaults());
  }

  /**
   * Asks for a verdict; sends again where that is safe and may help, see {@link
   * BlurServiceException#retryable()}.
   *
   * @param image the bytes of an image file
   * @return the verdict
   * @throws BlurServiceException if there is none
   * @throws IllegalStateException if the client is closed
   */
  public ServiceVerdict score(byte[] image) throws BlurServiceException {
    for (int attempt = 0; ; attempt++) {
      try {
        return once(image);
      } catch (BlurServiceException e) {
        if (!e.retryable() || attempt >= options.retries()) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private ServiceVerdict once(byte[] image) throws BlurServiceException {
    acquire();
    try {
      ClientConnection pooled = pooled();
      if (pooled != null) {
        try {
          return use(pooled, image);
        } catch (BlurServiceException e) {
          if (e.problem() != Problem.DISCONNECTED) {
            throw e;
          }
          // The server had closed it meanwhile. That says nothing about a new one.
        }
      }
      return use(new ClientConnection(server, options), image);
    } finally {
      permits.release();
    }
  }

  private void acquire() throws BlurServiceException {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    try {
      if (!permits.tryAcquire(options.readTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BlurServiceException(
            Problem.TIMEOUT, "all " + options.connections() + " connections are in use", null);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private @Nullable ClientConnection pooled() {
    ClientConnection connection = idle.pollFirst();
    while (connection != null && System.nanoTime() - connection.lastUsed() > MAX_IDLE_NANOS) {
      connection.close();
      connection = idle.pollFirst();
    }
    return connection;
  }

  private ServiceVerdict use(ClientConnection connection, byte[] image)
      throws BlurServiceException {
    try {
      return connection.reco(image);
    } finally {
      if (connection.usable() && !closed) {
        idle.addFirst(connection);
      } else {
        connection.close();
      }
      if (closed) {
        closeIdle();
      }
    }
  }

  private void pause(int attempt) throws BlurServiceException {
    double factor = (1L << attempt) * ThreadLocalRandom.current().nextDouble(0.5, 1.5);
    try {
      Thread.sleep((long) (options.backoff().toMillis() * factor));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static BlurServiceException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new BlurServiceException(Problem.INTERRUPTED, "interrupted while waiting", e);
  }

  /** Closes the idle connections; those in use are closed when their calls return. */
  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (ClientConnection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      connection.close();
    }
  }
}
