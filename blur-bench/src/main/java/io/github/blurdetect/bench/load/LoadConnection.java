package io.github.blurdetect.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client that does nothing behind one's back: no pool, no retry. Written against the wire format
 * and not with the server's own code.
 */
final class LoadConnection implements AutoCloseable {
  private static final int VERSION_AND_CALL = 0x80010001;
  private static final int VERSION_AND_REPLY = 0x80010002;
  private static final byte STRING = 11;
  private static final int TIMEOUT_MILLIS = 90_000;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final DataOutputStream out;

  LoadConnection(int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
  }

  /** Announces an image and sends nothing of it. */
  void announce(int bytes) throws IOException {
    head(bytes);
    out.flush();
  }

  private void head(int bytes) throws IOException {
    out.writeInt(VERSION_AND_CALL);
    out.writeInt(4);
    out.writeBytes("reco");
    out.writeInt(1);
    out.writeByte(STRING);
    out.writeShort(1);
    out.writeInt(bytes);
  }

  /** Sends an image; returns the reply's JSON. */
  String reco(byte[] image) throws IOException {
    head(image.length);
    out.write(image);
    out.writeByte(0);
    out.flush();
    if (in.readInt() != VERSION_AND_REPLY) {
      throw new IOException("no reply of method reco");
    }
    in.skipNBytes(4 + 4 + 4 + 1 + 2);
    byte[] json = new byte[in.readInt()];
    in.readFully(json);
    in.skipNBytes(1);
    return new String(json, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
