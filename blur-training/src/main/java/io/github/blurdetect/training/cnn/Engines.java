package io.github.blurdetect.training.cnn;

import ai.djl.engine.Engine;

/** Starts DJL's PyTorch engine: offline, without telemetry, with a fixed number of threads. */
final class Engines {
  private static int started;

  private Engines() {}

  /**
   * Starts the engine, or checks that it runs with as many threads.
   *
   * @throws IllegalStateException if it was started with another number of threads before
   */
  static synchronized void prepare(int threads, long seed) {
    if (started == 0) {
      System.setProperty("ai.djl.offline", "true");
      System.setProperty("OPT_OUT_TRACKING", "true");
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
      System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
      started = threads;
    } else if (started != threads) {
      throw new IllegalStateException(
          "the engine runs with " + started + " threads, expected " + threads);
    }
    Engine.getEngine("PyTorch").setRandomSeed((int) seed);
  }
}
