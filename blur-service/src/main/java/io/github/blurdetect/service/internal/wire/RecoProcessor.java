package io.github.blurdetect.service.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code service blur_detection { string reco(1: binary imgstr) }}.
 *
 * <p>Written by hand: code of the compilers that distributions carry does not compile against the
 * library version that is free of known vulnerabilities. Safe for use by many threads if the method
 * is.
 */
public final class RecoProcessor implements TProcessor {
  private static final ByteBuffer NO_IMAGE = ByteBuffer.allocate(0).asReadOnlyBuffer();
  private static final int TYPICAL_BYTES = 512;
  private static final short IMGSTR = 1;

  private final Function<ByteBuffer, String> method;

  /**
   * Makes a processor.
   *
   * @param method from the image's bytes, empty if the caller sent none, to the reply; does not
   *     throw
   */
  public RecoProcessor(Function<ByteBuffer, String> method) {
    this.method = method;
  }

  @Override
  public void process(TProtocol in, TProtocol out) throws TException {
    TMessage call = in.readMessageBegin();
    boolean known = call.name.equals(Replies.RECO);
    ByteBuffer image = readArguments(in, known);
    in.readMessageEnd();
    if (call.type == TMessageType.ONEWAY) {
      return;
    }
    if (call.type != TMessageType.CALL) {
      String found = "message has type " + call.type + ", expected a call";
      Replies.exception(out, call, TApplicationException.INVALID_MESSAGE_TYPE, found);
    } else if (known) {
      Replies.result(out, call, method.apply(image == null ? NO_IMAGE : image));
    } else {
      String unknown = "there is no method '" + call.name + "', only 'reco'";
      Replies.exception(out, call, TApplicationException.UNKNOWN_METHOD, unknown);
    }
  }

  private static @Nullable ByteBuffer readArguments(TProtocol in, boolean known) throws TException {
    ByteBuffer image = null;
    in.readStructBegin();
    for (TField field = in.readFieldBegin();
        field.type != TType.STOP;
        field = in.readFieldBegin()) {
      if (known && field.id == IMGSTR && field.type == TType.STRING) {
        image = in.readBinary();
      } else {
        TProtocolUtil.skip(in, field.type);
      }
      in.readFieldEnd();
    }
    in.readStructEnd();
    return image;
  }

  /**
   * Answers one complete message.
   *
   * @param header the message's head
   * @param message as found by a {@link MessageScanner}
   * @return the reply's bytes; none for a one-way call
   * @throws TException if it is no message after all
   */
  public byte[] answer(CallHeader header, MessageBytes message) throws TException {
    TMemoryBuffer reply = new TMemoryBuffer(TYPICAL_BYTES);
    TConfiguration limit = new TConfiguration();
    limit.setMaxMessageSize(message.length());
    TProtocol in =
        new TBinaryProtocol(new TMemoryInputTransport(limit, message.array(), 0, message.length()));
    process(in, new TBinaryProtocol(reply, false, header.strict()));
    return Arrays.copyOf(reply.getArray(), reply.length());
  }
}
