package io.github.blurdetect.service.internal.net;

import java.time.Duration;

/** When the end began and when it must be over. Confined to the I/O thread. */
final class Stopping {
  private static final long RECEIVING_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LINGER_NANOS = Duration.ofMillis(300).toNanos();

  private boolean begun;
  private long began;
  private long deadline;

  void begin(Duration patience) {
    begun = true;
    began = System.nanoTime();
    deadline = began + patience.toNanos();
  }

  boolean begun() {
    return begun;
  }

  boolean overdue(long now) {
    return now >= deadline;
  }

  /**
   * Whether peers have had the time to be told.
   *
   * @param receiving whether a request was on its way when the port closed: it gets a reply too, if
   *     it arrives soon
   */
  boolean lingered(long now, boolean receiving) {
    return now - began > (receiving ? RECEIVING_NANOS : LINGER_NANOS);
  }
}
