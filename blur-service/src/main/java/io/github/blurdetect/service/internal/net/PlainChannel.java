package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A connection without encryption. */
final class PlainChannel implements Channel {
  private final SocketChannel socket;

  PlainChannel(SocketChannel socket) {
    this.socket = socket;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return socket.read(into);
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    socket.write(from);
    return !from.hasRemaining();
  }

  @Override
  public void close() {
    Sockets.closeQuietly(socket);
  }
}
