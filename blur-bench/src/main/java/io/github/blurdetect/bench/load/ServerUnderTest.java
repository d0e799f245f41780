package io.github.blurdetect.bench.load;

import io.github.blurdetect.service.ServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The server program, which also collects its garbage when told to on standard input. */
final class ServerUnderTest {
  static final String COLLECT = "collect";
  static final String COLLECTED = "event=collected";

  private ServerUnderTest() {}

  /**
   * Runs the server.
   *
   * @param args as {@link ServerMain} takes them
   */
  public static void main(String[] args) {
    Thread control = new Thread(ServerUnderTest::obey, "load-control");
    control.setDaemon(true);
    control.start();
    ServerMain.main(args);
  }

  private static void obey() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(COLLECT)) {
          System.gc();
          System.err.println(COLLECTED);
        }
      }
    } catch (IOException e) {
      System.err.println("event=control_lost cause=" + e);
    }
  }
}
