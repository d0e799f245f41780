package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.internal.LogLine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what peers can bring about as often as they please: one line a second for each kind of
 * event, with their number and the last one's details. Confined to the I/O thread.
 */
final class EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final long PERIOD = Duration.ofSeconds(1).toNanos();

  private record Last(int count, String peer, String cause) {}

  private final Map<String, Last> events = new LinkedHashMap<>();
  private long written = System.nanoTime() - PERIOD;

  void add(String event, String peer, String cause) {
    Last earlier = events.get(event);
    events.put(event, new Last(earlier == null ? 1 : earlier.count() + 1, peer, cause));
  }

  void write(long now) {
    if (!events.isEmpty() && now - written >= PERIOD) {
      written = now;
      events.forEach(
          (event, last) ->
              LOG.warn(
                  LogLine.of(event)
                      .with("count", last.count())
                      .with("last_peer", last.peer())
                      .with("last_cause", last.cause())
                      .toString()));
      events.clear();
    }
  }
}
