package io.github.blurdetect.service;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Settings of a {@link BlurClient}.
 *
 * @param connections open at once at most; further callers wait for one
 * @param connectTimeout for a connection to be made
 * @param readTimeout for a reply, and for a free connection
 * @param retries how often a request is sent again after a failure that allows it
 * @param backoff the pause before the first retry; doubles with each, give or take a half
 * @param tls to encrypt with; empty for plain connections. The server's certificate must fit its
 *     name
 */
public record ClientOptions(
    int connections,
    Duration connectTimeout,
    Duration readTimeout,
    int retries,
    Duration backoff,
    Optional<SSLContext> tls) {
  private static final int MOST_RETRIES = 20;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if connections is under 1, retries outside 0 to 20, a timeout
   *     not positive, or the backoff negative
   */
  public ClientOptions {
    Objects.requireNonNull(tls, "tls");
    if (connections < 1) {
      throw new IllegalArgumentException("connections is " + connections + ", expected 1 or more");
    }
    if (retries < 0 || retries > MOST_RETRIES) {
      throw new IllegalArgumentException(
          "retries is " + retries + ", expected 0 to " + MOST_RETRIES);
    }
    positive("connectTimeout", connectTimeout);
    positive("readTimeout", readTimeout);
    if (backoff.isNegative()) {
      throw new IllegalArgumentException("backoff is " + backoff + ", expected 0 or more");
    }
  }

  private static void positive(String name, Duration value) {
    if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 ms or more");
    }
  }

  /**
   * Returns the usual settings: 8 connections, 3 s to connect, 70 s to reply (a little more than a
   * server takes to give up), 3 retries from 100 ms on, no TLS.
   *
   * @return the defaults
   */
  public static ClientOptions defaults() {
    return new ClientOptions(
        8,
        Duration.ofSeconds(3),
        Duration.ofSeconds(70),
        3,
        Duration.ofMillis(100),
        Optional.empty());
  }

  /**
   * Returns these settings with another number of connections.
   *
   * @param count at least 1
   * @return new settings
   */
  public ClientOptions withConnections(int count) {
    return new ClientOptions(count, connectTimeout, readTimeout, retries, backoff, tls);
  }

  /**
   * Returns these settings with other timeouts.
   *
   * @param connect for a connection to be made
   * @param read for a reply
   * @return new settings
   */
  public ClientOptions withTimeouts(Duration connect, Duration read) {
    return new ClientOptions(connections, connect, read, retries, backoff, tls);
  }

  /**
   * Returns these settings with other retries.
   *
   * @param count 0 for none
   * @param pause before the first
   * @return new settings
   */
  public ClientOptions withRetries(int count, Duration pause) {
    return new ClientOptions(connections, connectTimeout, readTimeout, count, pause, tls);
  }

  /**
   * Returns these settings with TLS.
   *
   * @param context holds whom to trust
   * @return new settings
   */
  public ClientOptions withTls(SSLContext context) {
    return new ClientOptions(
        connections, connectTimeout, readTimeout, retries, backoff, Optional.of(context));
  }
}
