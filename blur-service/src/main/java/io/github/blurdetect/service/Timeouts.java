package io.github.blurdetect.service;

import java.time.Duration;

/**
 * How long a server waits for what.
 *
 * @param read for the next bytes of a request that has begun, or for a peer to take a reply
 * @param request for a request to arrive whole, from its first byte on
 * @param idle for the next request on an open connection
 * @param score for the verdict, from the request's arrival on; then it is answered "timeout"
 * @param stop for accepted requests to be answered when the server is told to stop
 */
public record Timeouts(
    Duration read, Duration request, Duration idle, Duration score, Duration stop) {

  /**
   * Checks that all are positive.
   *
   * @throws IllegalArgumentException if a duration is zero or negative
   */
  public Timeouts {
    check("read", read);
    check("request", request);
    check("idle", idle);
    check("score", score);
    check("stop", stop);
  }

  private static void check(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " timeout is " + value + ", expected more than 0");
    }
  }

  /**
   * Returns the usual timeouts: read 10 s, request 60 s, idle 10 min, score 60 s, stop 20 s.
   *
   * @return the defaults
   */
  public static Timeouts defaults() {
    return new Timeouts(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(20));
  }
}
