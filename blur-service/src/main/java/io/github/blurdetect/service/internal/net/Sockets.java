package io.github.blurdetect.service.internal.net;

import java.io.Closeable;
import java.io.IOException;

/** What goes wrong while closing changes nothing any more. */
final class Sockets {
  private Sockets() {}

  static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // The peer is gone or the descriptor is: either way it is closed.
    }
  }
}
