package io.github.blurdetect.service.internal.wire;

import java.util.Arrays;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;

/** Writes the replies to calls of {@code string reco(1: binary imgstr)}. */
public final class Replies {
  /** The one method there is. */
  public static final String RECO = "reco";

  private static final TStruct RESULT = new TStruct("reco_result");
  private static final TField SUCCESS = new TField("success", TType.STRING, (short) 0);
  private static final int TYPICAL_BYTES = 512;

  private Replies() {}

  /** Writes what the method returned. */
  static void result(TProtocol out, TMessage call, String json) throws TException {
    out.writeMessageBegin(new TMessage(call.name, TMessageType.REPLY, call.seqid));
    out.writeStructBegin(RESULT);
    out.writeFieldBegin(SUCCESS);
    out.writeString(json);
    out.writeFieldEnd();
    out.writeFieldStop();
    out.writeStructEnd();
    out.writeMessageEnd();
    out.getTransport().flush();
  }

  /** Writes that the call itself, and not the image, cannot be dealt with. */
  static void exception(TProtocol out, TMessage call, int type, String message) throws TException {
    out.writeMessageBegin(new TMessage(call.name, TMessageType.EXCEPTION, call.seqid));
    new TApplicationException(type, message).write(out);
    out.writeMessageEnd();
    out.getTransport().flush();
  }

  /**
   * Returns the reply to a call that was not run.
   *
   * @param call the call's head
   * @param json what {@code reco} returns; a caller of another method gets a {@link
   *     TApplicationException} with this text
   * @return the reply's bytes
   */
  public static byte[] refusal(CallHeader call, String json) {
    TMessage message = new TMessage(call.name(), call.type(), call.sequence());
    try {
      TMemoryBuffer bytes = new TMemoryBuffer(TYPICAL_BYTES);
      TProtocol out = new TBinaryProtocol(bytes, false, call.strict());
      if (call.name().equals(RECO)) {
        result(out, message, json);
      } else {
        exception(out, message, TApplicationException.INTERNAL_ERROR, json);
      }
      return Arrays.copyOf(bytes.getArray(), bytes.length());
    } catch (TException e) {
      throw new IllegalStateException("a memory buffer does not fail", e);
    }
  }
}
