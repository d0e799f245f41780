package io.github.blurdetect.service;

import java.util.Objects;
import java.util.Optional;

/**
 * Settings of a {@link BlurServer}.
 *
 * @param listen where Thrift clients connect to
 * @param management where metrics and health are served over HTTP; empty for nowhere
 * @param limits what the server takes on at most
 * @param timeouts how long it waits for what
 * @param tls empty for plain connections
 * @param requestLog whether each request gets a log line
 */
public record ServerConfig(
    Endpoint listen,
    Optional<Endpoint> management,
    Limits limits,
    Timeouts timeouts,
    Optional<TlsConfig> tls,
    boolean requestLog) {

  /** The port of the reference's service. */
  public static final int DEFAULT_PORT = 9099;

  /** The port of metrics and health. */
  public static final int DEFAULT_MANAGEMENT_PORT = 9098;

  private static final String LOOPBACK = "127.0.0.1";

  /** Checks that nothing is null. */
  public ServerConfig {
    Objects.requireNonNull(listen, "listen");
    Objects.requireNonNull(management, "management");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(tls, "tls");
  }

  /**
   * Returns the usual settings: loopback, ports 9099 and 9098, no TLS, a log line a request.
   *
   * @return the defaults
   */
  public static ServerConfig defaults() {
    return new ServerConfig(
        new Endpoint(LOOPBACK, DEFAULT_PORT),
        Optional.of(new Endpoint(LOOPBACK, DEFAULT_MANAGEMENT_PORT)),
        Limits.defaults(),
        Timeouts.defaults(),
        Optional.empty(),
        true);
  }

  /**
   * Returns these settings with another place to listen.
   *
   * @param endpoint where Thrift clients connect to
   * @return new settings
   */
  public ServerConfig withListen(Endpoint endpoint) {
    return new ServerConfig(endpoint, management, limits, timeouts, tls, requestLog);
  }

  /**
   * Returns these settings with another place for metrics and health.
   *
   * @param endpoint where they are served; empty for nowhere
   * @return new settings
   */
  public ServerConfig withManagement(Optional<Endpoint> endpoint) {
    return new ServerConfig(listen, endpoint, limits, timeouts, tls, requestLog);
  }

  /**
   * Returns these settings with other limits.
   *
   * @param value what the server takes on at most
   * @return new settings
   */
  public ServerConfig withLimits(Limits value) {
    return new ServerConfig(listen, management, value, timeouts, tls, requestLog);
  }

  /**
   * Returns these settings with other timeouts.
   *
   * @param value how long the server waits for what
   * @return new settings
   */
  public ServerConfig withTimeouts(Timeouts value) {
    return new ServerConfig(listen, management, limits, value, tls, requestLog);
  }

  /**
   * Returns these settings with TLS.
   *
   * @param value the server's key
   * @return new settings
   */
  public ServerConfig withTls(TlsConfig value) {
    return new ServerConfig(listen, management, limits, timeouts, Optional.of(value), requestLog);
  }

  /**
   * Returns these settings with or without a log line for each request.
   *
   * @param value whether to write one
   * @return new settings
   */
  public ServerConfig withRequestLog(boolean value) {
    return new ServerConfig(listen, management, limits, timeouts, tls, value);
  }
}
