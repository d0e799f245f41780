package io.github.blurdetect.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Asks a server on this machine whether it is ready; for containers, which may have no curl. */
public final class HealthCheck {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(10).toMillis();

  private HealthCheck() {}

  /**
   * Ends the JVM with status 0 if the server is ready, 1 if not.
   *
   * @param args the management port; by default {@code BLUR_MANAGEMENT_PORT}, else 9098
   */
  public static void main(String[] args) {
    System.exit(status(args, System.getenv()));
  }

  static int status(String[] args, Map<String, String> environment) {
    String port =
        args.length > 0
            ? args[0]
            : environment.getOrDefault(
                Setting.MANAGEMENT_PORT.variable(), Setting.MANAGEMENT_PORT.defaultText());
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + "/ready");
      HttpURLConnection ready = (HttpURLConnection) uri.toURL().openConnection();
      ready.setConnectTimeout(TIMEOUT_MILLIS);
      ready.setReadTimeout(TIMEOUT_MILLIS);
      return ready.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("not ready: " + e.getMessage());
      return 1;
    }
  }
}
