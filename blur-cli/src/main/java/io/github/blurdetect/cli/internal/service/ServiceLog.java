package io.github.blurdetect.cli.internal.service;

import java.util.Map;

/** The service's log: on, with time and level, unless properties of slf4j-simple say otherwise. */
final class ServiceLog {
  private static final String PREFIX = "org.slf4j.simpleLogger.";
  private static final Map<String, String> SETTINGS =
      Map.of(
          "showDateTime", "true",
          "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
          "showThreadName", "false",
          "showShortLogName", "true",
          "log.io.github.blurdetect", "info");

  private ServiceLog() {}

  static void on() {
    SETTINGS.forEach(
        (key, value) -> {
          if (System.getProperty(PREFIX + key) == null) {
            System.setProperty(PREFIX + key, value);
          }
        });
  }
}
