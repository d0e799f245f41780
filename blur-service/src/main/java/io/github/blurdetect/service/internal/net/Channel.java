package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A connection's bytes, plain or encrypted. Never waits. Confined to the I/O thread. */
interface Channel {
  /** Reads what has arrived: the number of bytes, 0 if there are none yet, -1 at the end. */
  int read(ByteBuffer into) throws IOException;

  /** Writes what can be written; returns whether everything has left this JVM. */
  boolean write(ByteBuffer from) throws IOException;

  /** Whether bytes of the channel's own, a handshake's, wait to be written. */
  default boolean wantsToWrite() {
    return false;
  }

  /** Work that takes long and must be done, elsewhere, before anything can go on; or null. */
  default @Nullable Runnable task() {
    return null;
  }

  /** Closes the connection, and says good-bye where that takes no waiting. */
  void close();
}
