package io.github.blurdetect.bench.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What JMH measured.
 *
 * @param all in the order of the files
 */
record Figures(List<Figure> all) {
  private static final Map<String, Double> NANOSECONDS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  /**
   * One benchmark with one set of parameters.
   *
   * @param group the benchmark's class
   * @param way its method
   * @param parameter the values of its parameters, joined; empty if it has none
   * @param nanos mean time
   * @param error half of the mean's 99.9 % confidence interval, NaN where too little was measured
   * @param bytes allocated by one call, NaN where that was not measured
   */
  record Figure(
      String group, String way, String parameter, double nanos, double error, double bytes) {}

  /**
   * Reads results.
   *
   * @param files as JMH writes them with {@code -rf json}
   */
  static Figures read(List<Path> files) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (Path file : files) {
      JsonArray array = JsonParser.parseString(Files.readString(file)).getAsJsonArray();
      for (JsonElement each : array) {
        figures.add(figure(each.getAsJsonObject()));
      }
    }
    return new Figures(figures);
  }

  private static Figure figure(JsonObject json) {
    String[] name = json.get("benchmark").getAsString().split("\\.");
    JsonObject metric = json.getAsJsonObject("primaryMetric");
    Double unit = NANOSECONDS.get(metric.get("scoreUnit").getAsString());
    if (unit == null) {
      throw new IllegalArgumentException(
          "unit is " + metric.get("scoreUnit") + ", expected one of " + NANOSECONDS.keySet());
    }
    JsonObject allocation =
        json.getAsJsonObject("secondaryMetrics").getAsJsonObject("gc.alloc.rate.norm");
    TreeMap<String, String> parameters = new TreeMap<>();
    if (json.has("params")) {
      json.getAsJsonObject("params")
          .entrySet()
          .forEach(e -> parameters.put(e.getKey(), e.getValue().getAsString()));
    }
    return new Figure(
        name[name.length - 2],
        name[name.length - 1],
        String.join(", ", parameters.values()),
        unit * metric.get("score").getAsDouble(),
        unit * metric.get("scoreError").getAsDouble(),
        allocation == null ? Double.NaN : allocation.get("score").getAsDouble());
  }

  List<Figure> of(String group) {
    return all.stream().filter(figure -> figure.group().equals(group)).toList();
  }

  /** Returns a mean time in nanoseconds, if it was measured. */
  Optional<Double> nanos(String group, String way, String parameter) {
    return all.stream()
        .filter(f -> f.group().equals(group) && f.way().equals(way))
        .filter(f -> f.parameter().equals(parameter))
        .map(Figure::nanos)
        .findFirst();
  }
}
