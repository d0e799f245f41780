package io.github.blurdetect.service.internal.net;

/** How fast a connection gets on. Confined to the I/O thread. */
final class Pace {
  private long lastProgress = System.nanoTime();
  private long began = lastProgress; // of the request that is being received

  /** Bytes came or went. */
  void progress() {
    lastProgress = System.nanoTime();
  }

  /** The next request begins with the next byte, or has begun. */
  void begin() {
    progress();
    began = lastProgress;
  }

  long stalledFor(long now) {
    return now - lastProgress;
  }

  /** For how long the request that is being received has been arriving. */
  long age(long now) {
    return now - began;
  }
}
