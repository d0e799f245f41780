package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.TlsConfig;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Makes the channels of new connections. */
public final class ChannelFactory {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final @Nullable SSLContext context;
  private final boolean clientCertificates;

  /**
   * Makes a factory.
   *
   * @param tls empty for plain channels
   * @throws IOException if a key store cannot be read or holds no usable key
   */
  public ChannelFactory(Optional<TlsConfig> tls) throws IOException {
    context = tls.isPresent() ? TlsContexts.of(tls.get()) : null;
    clientCertificates = tls.isPresent() && tls.get().trustStore().isPresent();
  }

  SelectionKey prepare(SocketChannel socket, Selector selector) throws IOException {
    socket.configureBlocking(false);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    return socket.register(selector, SelectionKey.OP_READ);
  }

  Channel channel(SocketChannel socket) throws IOException {
    if (context == null) {
      return new PlainChannel(socket);
    }
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setEnabledProtocols(PROTOCOLS);
    engine.setNeedClientAuth(clientCertificates);
    return new TlsChannel(socket, engine);
  }
}
