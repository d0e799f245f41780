package io.github.blurdetect.service.internal.manage;

import io.github.blurdetect.api.Verdict;
import io.github.blurdetect.service.FailureCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What a server counts. Safe for use by many threads. */
public final class Metrics {
  private record Gauge(String help, LongSupplier value) {}

  private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> verdicts = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> closed = new ConcurrentSkipListMap<>();
  private final Map<String, Gauge> gauges = new ConcurrentSkipListMap<>();
  private final Map<String, String> infos = new ConcurrentHashMap<>();
  private final LongAdder opened = new LongAdder();
  private final LongAdder closings = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder receivedBytes = new LongAdder();
  private final Histogram seconds = new Histogram();

  /** Makes metrics that are all zero. */
  public Metrics() {
    answers.put("scored", new LongAdder());
    answers.put("no_method", new LongAdder());
    for (FailureCode code : FailureCode.values()) {
      answers.put(code.text(), new LongAdder());
    }
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.name(), new LongAdder());
    }
  }

  /**
   * Adds a gauge.
   *
   * @param name as Prometheus wants it
   * @param help one sentence
   * @param value asked for when metrics are read, by any thread
   */
  public void gauge(String name, String help, LongSupplier value) {
    gauges.put(name, new Gauge(help, value));
  }

  /**
   * Says what runs.
   *
   * @param label a label of {@code blur_info}
   * @param value its value
   */
  public void info(String label, String value) {
    infos.put(label, value);
  }

  /** Counts a request that was taken on and will be answered. */
  public void accepted() {
    accepted.increment();
  }

  /**
   * Returns the requests taken on so far.
   *
   * @return 0 or more
   */
  public long acceptedCount() {
    return accepted.sum();
  }

  /**
   * Counts a request that got its reply, refusals included.
   *
   * @param outcome {@code scored}, {@code no_method} or a failure's text
   */
  public void answered(String outcome) {
    count(answers, outcome);
  }

  /**
   * Counts a verdict.
   *
   * @param verdict what was found
   */
  public void verdict(Verdict verdict) {
    count(verdicts, verdict.name());
  }

  /**
   * Counts the time that an accepted request took.
   *
   * @param nanos from its arrival to its reply
   */
  public void took(long nanos) {
    seconds.add(nanos);
  }

  /** Counts a new connection. */
  public void connectionOpened() {
    opened.increment();
  }

  /**
   * Counts the end of a connection.
   *
   * @param why a word
   */
  public void connectionClosed(String why) {
    closings.increment();
    count(closed, why);
  }

  /** Counts a connection that was turned away. */
  public void connectionRefused() {
    count(closed, "too_many");
  }

  /**
   * Counts bytes from clients.
   *
   * @param bytes how many
   */
  public void received(int bytes) {
    receivedBytes.add(bytes);
  }

  private static void count(Map<String, LongAdder> counters, String label) {
    counters.computeIfAbsent(label, l -> new LongAdder()).increment();
  }

  /**
   * Writes all metrics.
   *
   * @return Prometheus' text format, version 0.0.4
   */
  public String text() {
    PrometheusText out = new PrometheusText();
    out.info("blur_info", "What runs.", infos);
    out.counter("blur_requests_accepted_total", "Requests taken on.", accepted.sum());
    out.counters("blur_requests_total", "Replies by outcome.", "outcome", answers);
    out.counters("blur_verdicts_total", "Scored images by verdict.", "verdict", verdicts);
    out.histogram("blur_request_seconds", "Time from a request's arrival to its reply.", seconds);
    out.counter("blur_received_bytes_total", "Bytes from clients.", receivedBytes.sum());
    out.counter("blur_connections_opened_total", "Connections accepted.", opened.sum());
    out.counters("blur_connections_closed_total", "Ended connections.", "reason", closed);
    out.gauge("blur_connections", "Open connections.", opened.sum() - closings.sum());
    gauges.forEach((name, gauge) -> out.gauge(name, gauge.help(), gauge.value().getAsLong()));
    ProcessGauges.write(out);
    return out.toString();
  }
}
