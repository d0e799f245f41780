package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The reply that is being sent, and whether it is an accepted request's. On the I/O thread only.
 */
final class Outbox {
  private final Channel channel;
  private final Pace pace;
  private final Runnable settled;
  private @Nullable ByteBuffer reply;
  private boolean owed;

  /** Makes an empty one; {@code settled} runs when an accepted request's reply has left. */
  Outbox(Channel channel, Pace pace, Runnable settled) {
    this.channel = channel;
    this.pace = pace;
    this.settled = settled;
  }

  boolean isEmpty() {
    return reply == null;
  }

  /** Says that the next reply, or none if that is never sent, is that of an accepted request. */
  void owe() {
    owed = true;
  }

  void put(byte[] bytes) {
    reply = ByteBuffer.wrap(bytes);
    pace.progress();
  }

  /** Sends what can be sent; returns whether a reply has now left to its end. */
  boolean send() throws IOException {
    ByteBuffer bytes = reply;
    if (bytes == null) {
      return false;
    }
    int before = bytes.remaining();
    boolean sent = channel.write(bytes);
    if (bytes.remaining() < before) {
      pace.progress();
    }
    if (sent) {
      discard();
    }
    return sent;
  }

  /** Forgets the reply: it has left, or cannot any more. */
  void discard() {
    reply = null;
    if (owed) {
      owed = false;
      settled.run();
    }
  }
}
