package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Bytes that have arrived on a connection. Confined to the I/O thread. */
final class Inbox {
  private final Channel channel;
  private @Nullable ByteBuffer ahead; // bytes read beyond the end of a request
  private boolean ended;
  private boolean closed;

  Inbox(Channel channel) {
    this.channel = channel;
  }

  /** Takes the bytes that were put back; null if there are none. */
  @Nullable ByteBuffer takeAhead() {
    ByteBuffer in = ahead;
    ahead = null;
    return in;
  }

  /**
   * Reads what has arrived.
   *
   * @param buffer empty; filled and returned, ready to be read
   * @return null if nothing has arrived, or never will: see {@link #ended()}
   */
  @Nullable ByteBuffer read(ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer);
    ended = count < 0;
    return count > 0 ? buffer.flip() : null;
  }

  /** Whether the peer has closed the connection. */
  boolean ended() {
    return ended;
  }

  /** Keeps what is left of a buffer for later. */
  void putBack(ByteBuffer in) {
    if (in.hasRemaining() && !closed) {
      ahead = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }
  }

  /** Forgets all bytes, those to come too. */
  void close() {
    closed = true;
    ahead = null;
  }

  boolean closed() {
    return closed;
  }
}
