package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.Timeouts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What has taken too long on a connection. */
enum Overdue {
  /** Nothing has. */
  NOTHING,
  /** The workers' reply. */
  VERDICT,
  /** The peer, in taking a reply. */
  REPLY,
  /** The rest of a request. */
  REQUEST,
  /** The next request. */
  NEXT_REQUEST;

  /**
   * Compares one connection with its time limits.
   *
   * @param waiting the request that the workers have, if they have one
   * @param replying whether the peer takes a reply, and sends nothing meanwhile
   * @param midRequest whether a part of a request has arrived
   */
  static Overdue of(
      long now,
      Timeouts timeouts,
      Pace pace,
      @Nullable Request waiting,
      boolean replying,
      boolean midRequest) {
    if (waiting != null) {
      return over(now - waiting.arrived(), timeouts.score()) ? VERDICT : NOTHING;
    }
    long stalled = pace.stalledFor(now);
    if (replying) {
      return over(stalled, timeouts.read()) ? REPLY : NOTHING;
    }
    if (midRequest) {
      boolean late = over(stalled, timeouts.read()) || over(pace.age(now), timeouts.request());
      return late ? REQUEST : NOTHING;
    }
    return over(stalled, timeouts.idle()) ? NEXT_REQUEST : NOTHING;
  }

  private static boolean over(long nanos, Duration limit) {
    return nanos > limit.toNanos();
  }
}
