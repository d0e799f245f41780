package io.github.blurdetect.service.internal.client;

import io.github.blurdetect.service.BlurServiceException;
import io.github.blurdetect.service.BlurServiceException.Problem;
import io.github.blurdetect.service.ClientOptions;
import io.github.blurdetect.service.Endpoint;
import io.github.blurdetect.service.ServiceVerdict;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TIOStreamTransport;
import org.apache.thrift.transport.TTransportException;

/** A connection to a service. Not safe for use by many threads at once. */
public final class ClientConnection implements AutoCloseable {
  private static final int MAX_REPLY = 1 << 20;
  private static final TStruct ARGUMENTS = new TStruct("reco_args");
  private static final TField IMGSTR = new TField("imgstr", TType.STRING, (short) 1);

  private final Endpoint server;
  private final Socket socket;
  private final TProtocol protocol;
  private int sequence;
  private boolean usable = true;
  private long lastUsed = System.nanoTime();

  /**
   * Connects.
   *
   * @param server where to
   * @param options timeouts and TLS
   * @throws BlurServiceException if no connection can be made
   */
  public ClientConnection(Endpoint server, ClientOptions options) throws BlurServiceException {
    this.server = server;
    Socket plain = new Socket();
    try {
      plain.connect(server.resolve(), (int) options.connectTimeout().toMillis());
      plain.setTcpNoDelay(true);
      plain.setSoTimeout((int) options.readTimeout().toMillis());
      socket = options.tls().isPresent() ? encrypt(plain, options) : plain;
      TConfiguration limit = TConfiguration.custom().setMaxMessageSize(MAX_REPLY).build();
      protocol =
          new TBinaryProtocol(
              new TIOStreamTransport(
                  limit,
                  new BufferedInputStream(socket.getInputStream()),
                  new BufferedOutputStream(socket.getOutputStream())));
    } catch (IOException | TTransportException e) {
      closeQuietly(plain);
      throw new BlurServiceException(
          Problem.NOT_CONNECTED, "cannot connect to " + server + ": " + e.getMessage(), e);
    }
  }

  private Socket encrypt(Socket plain, ClientOptions options) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            options
                .tls()
                .orElseThrow()
                .getSocketFactory()
                .createSocket(plain, server.host(), server.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  /**
   * Sends an image and waits for its verdict.
   *
   * @param image the encoded image
   * @return the verdict
   * @throws BlurServiceException if there is none; unless the server said so, the connection is of
   *     no further use
   */
  public ServiceVerdict reco(byte[] image) throws BlurServiceException {
    usable = false;
    String json;
    try {
      protocol.getTransport().resetMessageSizeAndConsumedBytes(-1);
      send(image);
      json = receive();
    } catch (TException e) {
      throw translate(e);
    }
    usable = true;
    lastUsed = System.nanoTime();
    return ReplyParser.parse(json);
  }

  private void send(byte[] image) throws TException {
    protocol.writeMessageBegin(new TMessage("reco", TMessageType.CALL, ++sequence));
    protocol.writeStructBegin(ARGUMENTS);
    protocol.writeFieldBegin(IMGSTR);
    protocol.writeBinary(ByteBuffer.wrap(image));
    protocol.writeFieldEnd();
    protocol.writeFieldStop();
    protocol.writeStructEnd();
    protocol.writeMessageEnd();
    protocol.getTransport().flush();
  }

  private String receive() throws TException {
    TMessage reply = protocol.readMessageBegin();
    if (reply.type == TMessageType.EXCEPTION) {
      throw TApplicationException.readFrom(protocol);
    }
    if (reply.type != TMessageType.REPLY || reply.seqid != sequence) {
      throw new TApplicationException(
          TApplicationException.BAD_SEQUENCE_ID,
          "reply has number " + reply.seqid + ", expected " + sequence);
    }
    String json = "";
    protocol.readStructBegin();
    for (TField field = protocol.readFieldBegin();
        field.type != TType.STOP;
        field = protocol.readFieldBegin()) {
      if (field.id == 0 && field.type == TType.STRING) {
        json = protocol.readString();
      } else {
        TProtocolUtil.skip(protocol, field.type);
      }
    }
    return json;
  }

  private BlurServiceException translate(TException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    if (cause instanceof SocketTimeoutException) {
      return new BlurServiceException(Problem.TIMEOUT, server + " has not replied in time", e);
    }
    if (e instanceof TTransportException transport
        && transport.getType() != TTransportException.MESSAGE_SIZE_LIMIT) {
      return new BlurServiceException(
          Problem.DISCONNECTED, server + " ended the connection: " + cause.getMessage(), e);
    }
    return new BlurServiceException(
        Problem.PROTOCOL, server + " sent no reply of a blur service: " + e.getMessage(), e);
  }

  /**
   * Says whether another request may be sent.
   *
   * @return false once a request has failed half-way
   */
  public boolean usable() {
    return usable;
  }

  /**
   * Returns since when the connection has been out of use.
   *
   * @return as {@link System#nanoTime()}
   */
  public long lastUsed() {
    return lastUsed;
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use either way.
    }
  }
}
