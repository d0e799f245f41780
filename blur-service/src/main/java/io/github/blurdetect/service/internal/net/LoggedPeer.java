package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Writes a peer's address without asking any name server. */
final class LoggedPeer {
  private LoggedPeer() {}

  static String of(SocketChannel socket) throws IOException {
    if (socket.getRemoteAddress() instanceof InetSocketAddress address) {
      return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
    return "unknown";
  }
}
