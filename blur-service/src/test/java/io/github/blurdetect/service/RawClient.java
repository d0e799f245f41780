package io.github.blurdetect.service;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks the wire format byte by byte, written from its description and not with libthrift. */
final class RawClient implements AutoCloseable {
  private static final int CALL = 1;
  private static final int REPLY = 2;
  private static final int STRING = 11;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  RawClient(BlurServer server) throws IOException {
    this(new Socket("127.0.0.1", server.port()));
  }

  RawClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  static byte[] head(String method, boolean strict, int sequence, int imageBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (strict) {
        out.writeInt(0x80010000 | CALL);
      }
      out.writeInt(method.length());
      out.write(method.getBytes(StandardCharsets.US_ASCII));
      if (!strict) {
        out.writeByte(CALL);
      }
      out.writeInt(sequence);
      out.writeByte(STRING);
      out.writeShort(1);
      out.writeInt(imageBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] call(String method, boolean strict, int sequence, byte[] image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(method, strict, sequence, image.length));
    bytes.writeBytes(image);
    bytes.write(0);
    return bytes.toByteArray();
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void call(byte[] image) throws IOException {
    write(call("reco", true, 1, image));
  }

  String reco(byte[] image) throws IOException {
    call(image);
    return reply();
  }

  String reply() throws IOException {
    return reply(1);
  }

  /** Reads a strict reply of type REPLY and returns its string. */
  String reply(int sequence) throws IOException {
    expect("version and type", 0x80010000 | REPLY, in.readInt());
    expect("name's length", 4, in.readInt());
    in.skipBytes(4);
    expect("sequence", sequence, in.readInt());
    expect("field type", STRING, in.readByte());
    expect("field", 0, in.readShort());
    byte[] text = new byte[in.readInt()];
    in.readFully(text);
    expect("stop", 0, in.readByte());
    return new String(text, StandardCharsets.UTF_8);
  }

  private static void expect(String what, int expected, int found) throws IOException {
    if (expected != found) {
      throw new IOException(what + " is " + found + ", expected " + expected);
    }
  }

  int read() throws IOException {
    return in.read();
  }

  int readInt() throws IOException {
    return in.readInt();
  }

  /** Whether the server ends this connection rather than send a byte, which is taken. */
  boolean ended() {
    try {
      return in.read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true; // reset
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
