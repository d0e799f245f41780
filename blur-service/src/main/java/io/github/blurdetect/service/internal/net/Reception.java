package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.Endpoint;
import io.github.blurdetect.service.internal.LogLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The port, and taking connections from it. Confined to the I/O thread but for {@link #port()}. */
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final int BACKLOG = 1024;
  private static final long PAUSE_NANOS = Connections.STALLED_NANOS;

  private final Consumer<SocketChannel> welcome;
  private final ServerSocketChannel listener;
  private final SelectionKey key;
  private long againAt;

  /** Binds the port; {@code welcome} gets each connection and closes it if it cannot be kept. */
  Reception(Endpoint listen, Selector selector, Consumer<SocketChannel> welcome)
      throws IOException {
    this.welcome = welcome;
    listener = ServerSocketChannel.open();
    try {
      listener.bind(listen.resolve(), BACKLOG);
    } catch (IOException e) {
      Sockets.closeQuietly(listener);
      throw new IOException("cannot listen on " + listen + ": " + e.getMessage(), e);
    }
    listener.configureBlocking(false);
    key = listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  boolean isFor(SelectionKey ready) {
    return ready == key;
  }

  /** Takes all connections that stand in line. */
  void accept() {
    try {
      for (SocketChannel socket = listener.accept(); socket != null; socket = listener.accept()) {
        welcome.accept(socket);
      }
    } catch (IOException e) {
      // Out of descriptors, most likely. Asking again at once would only burn the processor.
      LOG.warn(LogLine.of("accept_failed").with("cause", e).toString());
      key.interestOps(0);
      againAt = System.nanoTime() + PAUSE_NANOS;
    }
  }

  /** Ends the pause after a failure when it is over. */
  void tick(long now) {
    if (key.isValid() && key.interestOps() == 0 && now > againAt) {
      key.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  /** Closes the port; whoever stands in line already is taken first, not cut off. */
  void close() {
    if (listener.isOpen()) {
      accept();
      key.cancel();
      Sockets.closeQuietly(listener);
    }
  }
}
