package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.FailureCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open connections, and which of them goes where there is no room. On the I/O thread only. */
final class Connections {
  /** A peer that did nothing for so long may lose its connection to others. */
  static final long STALLED_NANOS = Duration.ofSeconds(1).toNanos();

  private final Set<Connection> open = new LinkedHashSet<>();
  private @Nullable Connection busyWith;

  void add(Connection connection) {
    open.add(connection);
  }

  void remove(Connection connection) {
    open.remove(connection);
  }

  int count() {
    return open.size();
  }

  /** Notes whose turn it is: that one is not closed for others' sake meanwhile. */
  void busyWith(Connection connection) {
    busyWith = connection;
  }

  /** Connections may close, and others be made, while all are gone through. */
  private List<Connection> all() {
    return new ArrayList<>(open);
  }

  void tick(long now) {
    all().forEach(connection -> Guard.run(() -> connection.tick(now)));
  }

  boolean anyMidRequest() {
    return open.stream().anyMatch(Connection::midRequest);
  }

  boolean noneOwesAReply() {
    return open.stream().allMatch(Connection::owesNothing);
  }

  /** Answers what the workers have not. */
  void giveUpAll() {
    for (Connection connection : all()) {
      Request request = connection.waiting();
      if (request != null) {
        Guard.run(
            () ->
                connection.giveUp(
                    request, FailureCode.STOPPING, "the server went down before the verdict"));
      }
    }
  }

  void closeAll() {
    all().forEach(connection -> connection.close("stop"));
  }

  /** Closes the connection that has been of no use for longest; false if there is none. */
  boolean evictForConnection() {
    long now = System.nanoTime();
    return evict(
        open.stream()
            .filter(each -> each.owesNothing() && each.pace().stalledFor(now) > STALLED_NANOS)
            .max(Comparator.comparingLong(each -> each.pace().stalledFor(now)))
            .orElse(null));
  }

  /** Closes the connection that has been sending one request for longest; false if none is. */
  boolean evictForMemory() {
    long now = System.nanoTime();
    return evict(
        open.stream()
            .filter(
                each ->
                    each != busyWith && each.midRequest() && each.pace().age(now) > STALLED_NANOS)
            .max(Comparator.comparingLong(each -> each.pace().age(now)))
            .orElse(null));
  }

  private static boolean evict(@Nullable Connection victim) {
    if (victim != null) {
      victim.close("evicted");
    }
    return victim != null;
  }
}
