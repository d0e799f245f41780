package io.github.blurdetect.service.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A connection encrypted by an {@link SSLEngine}. */
final class TlsChannel implements Channel {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel socket;
  private final SSLEngine engine;
  private final ByteBuffer incoming; // filled by the socket, ready to be filled further
  private final ByteBuffer outgoing; // ready to be written to the socket
  private final int recordBytes;
  private boolean ended;

  TlsChannel(SocketChannel socket, SSLEngine engine) throws SSLException {
    this.socket = socket;
    this.engine = engine;
    int packet = engine.getSession().getPacketBufferSize();
    recordBytes = engine.getSession().getApplicationBufferSize();
    incoming = ByteBuffer.allocate(packet);
    outgoing = ByteBuffer.allocate(packet).limit(0);
    engine.setUseClientMode(false);
    engine.beginHandshake();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int before = into.position();
    while (into.remaining() >= recordBytes && handshakeCanGoOn() && unwrap(into)) {
      // One record after the other.
    }
    int count = into.position() - before;
    return count == 0 && ended ? -1 : count;
  }

  /** Sends what the handshake has to say; false if that, or a long computation, must be awaited. */
  private boolean handshakeCanGoOn() throws IOException {
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      if (!flush()) {
        return false;
      }
      SSLEngineResult result = wrap(NOTHING);
      if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
        ended = true;
        flush();
        return false;
      }
    }
    return flush() && engine.getHandshakeStatus() != HandshakeStatus.NEED_TASK;
  }

  /** Decrypts one record; false if it has not arrived whole or the peer has ended. */
  private boolean unwrap(ByteBuffer into) throws IOException {
    incoming.flip();
    SSLEngineResult result;
    try {
      result = engine.unwrap(incoming, into);
    } finally {
      incoming.compact();
    }
    switch (result.getStatus()) {
      case OK:
        return true;
      case BUFFER_UNDERFLOW:
        int count = socket.read(incoming);
        ended |= count < 0;
        return count > 0;
      case BUFFER_OVERFLOW:
        return false;
      case CLOSED:
      default:
        ended = true;
        return false;
    }
  }

  @Override
  public boolean write(ByteBuffer from) throws IOException {
    while (flush()) {
      if (!from.hasRemaining()) {
        return true;
      }
      SSLEngineResult result = wrap(from);
      if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesProduced() == 0) {
        throw new SSLException("the connection is closed, or in the middle of a handshake");
      }
    }
    return false;
  }

  private SSLEngineResult wrap(ByteBuffer from) throws SSLException {
    outgoing.clear();
    try {
      return engine.wrap(from, outgoing);
    } finally {
      outgoing.flip();
    }
  }

  private boolean flush() throws IOException {
    if (outgoing.hasRemaining()) {
      socket.write(outgoing);
    }
    return !outgoing.hasRemaining();
  }

  @Override
  public boolean wantsToWrite() {
    return outgoing.hasRemaining();
  }

  @Override
  public @Nullable Runnable task() {
    return engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK
        ? engine.getDelegatedTask()
        : null;
  }

  @Override
  public void close() {
    try {
      engine.closeOutbound();
      if (flush()) {
        wrap(NOTHING);
        flush();
      }
    } catch (IOException e) {
      // A peer that is gone needs no good-bye.
    }
    Sockets.closeQuietly(socket);
  }
}
