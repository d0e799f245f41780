package io.github.blurdetect.service.internal.manage;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Writes Prometheus' text format, version 0.0.4. */
final class PrometheusText {
  private static final double MILLIS = 1000.0;

  private final StringBuilder out = new StringBuilder();

  private void head(String name, String help, String type) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String name, String labels, Object value) {
    out.append(name).append(labels).append(' ').append(value).append('\n');
  }

  void counter(String name, String help, Number value) {
    head(name, help, "counter");
    sample(name, "", value);
  }

  void counters(String name, String help, String label, Map<String, LongAdder> values) {
    head(name, help, "counter");
    values.forEach((key, value) -> sample(name, labels(Map.of(label, key)), value.sum()));
  }

  void gauge(String name, String help, Number value) {
    head(name, help, "gauge");
    sample(name, "", value);
  }

  void info(String name, String help, Map<String, String> labels) {
    head(name, help, "gauge");
    sample(name, labels(labels), 1);
  }

  void histogram(String name, String help, Histogram histogram) {
    head(name, help, "histogram");
    long sum = 0;
    for (int i = 0; i < Histogram.BOUNDS.length; i++) {
      sum += histogram.count(i);
      String bound = Double.toString(Histogram.BOUNDS[i] / MILLIS);
      sample(name + "_bucket", labels(Map.of("le", bound)), sum);
    }
    sum += histogram.count(Histogram.BOUNDS.length);
    sample(name + "_bucket", labels(Map.of("le", "+Inf")), sum);
    sample(name + "_sum", "", histogram.totalSeconds());
    sample(name + "_count", "", sum);
  }

  private static String labels(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + escape(entry.getValue()) + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
