package io.github.blurdetect.service;

import io.github.blurdetect.api.BlurDetector;
import java.io.IOException;

/** Runs a server until the process is told to end. */
public final class ServerRun {
  private ServerRun() {}

  /**
   * Loads the models, serves, and returns when the process is being ended by a signal: accepted
   * requests are then answered before the process goes.
   *
   * @param settings all of the server's settings
   * @throws IOException if a port cannot be bound, or a file not be read
   * @throws IllegalArgumentException if a setting is wrong
   * @throws java.util.NoSuchElementException if there is no such scorer
   * @throws io.github.blurdetect.api.ModelLoadException if a model cannot be loaded
   * @throws InterruptedException if the calling thread is interrupted; the server is then stopped
   */
  public static void untilSignal(ServerSettings settings) throws IOException, InterruptedException {
    ServerConfig config = settings.serverConfig();
    BlurDetector detector = settings.openDetector();
    BlurServer server;
    try {
      server = BlurServer.start(config, detector, settings.decoder());
    } catch (IOException | RuntimeException e) {
      detector.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, detector), "blur-stop"));
    try (server) {
      server.awaitStop();
    }
  }

  private static void end(BlurServer server, BlurDetector detector) {
    try {
      if (server.stop()) {
        detector.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
