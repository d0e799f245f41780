package io.github.blurdetect.service.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoProcessorTest {
  private final RecoProcessor processor =
      new RecoProcessor(image -> "got " + StandardCharsets.UTF_8.decode(image));

  private static byte[] message(boolean strict, String name, byte type, String image)
      throws TException {
    TMemoryBuffer bytes = new TMemoryBuffer(64);
    TBinaryProtocol out = new TBinaryProtocol(bytes, false, strict);
    out.writeMessageBegin(new TMessage(name, type, 42));
    out.writeFieldBegin(new TField("unknown", TType.I32, (short) 9));
    out.writeI32(5);
    if (!image.isEmpty()) {
      out.writeFieldBegin(new TField("imgstr", TType.STRING, (short) 1));
      out.writeString(image);
    }
    out.writeFieldStop();
    return java.util.Arrays.copyOf(bytes.getArray(), bytes.length());
  }

  private byte[] answer(byte[] message) throws TException, WireException {
    MessageScanner scanner = new MessageScanner(1000, new MemoryBudget(100_000));
    assertThat(scanner.feed(ByteBuffer.wrap(message))).isTrue();
    CallHeader header = Objects.requireNonNull(scanner.header());
    return processor.answer(header, scanner.take());
  }

  private static TBinaryProtocol read(byte[] reply) throws TException {
    return new TBinaryProtocol(new TMemoryInputTransport(reply));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answer_call_repliesInTheCallersStyle(boolean strict) throws Exception {
    byte[] reply = answer(message(strict, "reco", TMessageType.CALL, "pixels"));
    assertThat(reply[0] < 0).isEqualTo(strict);
    TBinaryProtocol in = read(reply);
    TMessage head = in.readMessageBegin();
    assertThat(head.name).isEqualTo("reco");
    assertThat(head.type).isEqualTo(TMessageType.REPLY);
    assertThat(head.seqid).isEqualTo(42);
    TField field = in.readFieldBegin();
    assertThat(field.id).isZero();
    assertThat(field.type).isEqualTo(TType.STRING);
    assertThat(in.readString()).isEqualTo("got pixels");
    assertThat(in.readFieldBegin().type).isEqualTo(TType.STOP);
    assertThat(in.getTransport().getBytesRemainingInBuffer()).isZero();
  }

  @Test
  void answer_noImage_handsOnNoBytes() throws Exception {
    TBinaryProtocol in = read(answer(message(true, "reco", TMessageType.CALL, "")));
    in.readMessageBegin();
    in.readFieldBegin();
    assertThat(in.readString()).isEqualTo("got ");
  }

  @Test
  void answer_unknownMethod_isAnApplicationException() throws Exception {
    TBinaryProtocol in = read(answer(message(true, "detect", TMessageType.CALL, "x")));
    assertThat(in.readMessageBegin().type).isEqualTo(TMessageType.EXCEPTION);
    TApplicationException thrown = TApplicationException.readFrom(in);
    assertThat(thrown.getType()).isEqualTo(TApplicationException.UNKNOWN_METHOD);
    assertThat(thrown).hasMessageContaining("'detect'").hasMessageContaining("'reco'");
  }

  @Test
  void answer_replyInsteadOfCall_isAnApplicationException() throws Exception {
    TBinaryProtocol in = read(answer(message(true, "reco", TMessageType.REPLY, "x")));
    assertThat(in.readMessageBegin().type).isEqualTo(TMessageType.EXCEPTION);
    assertThat(TApplicationException.readFrom(in).getType())
        .isEqualTo(TApplicationException.INVALID_MESSAGE_TYPE);
  }

  @Test
  void answer_oneWay_repliesNothing() throws Exception {
    assertThat(answer(message(true, "reco", TMessageType.ONEWAY, "x"))).isEmpty();
  }

  @Test
  void refusal_bothStyles_areReadByLibthrift() throws Exception {
    for (boolean strict : new boolean[] {true, false}) {
      TBinaryProtocol in =
          read(Replies.refusal(new CallHeader("reco", TMessageType.CALL, 3, strict), "{}"));
      assertThat(in.readMessageBegin().seqid).isEqualTo(3);
      in.readFieldBegin();
      assertThat(in.readString()).isEqualTo("{}");
    }
    TBinaryProtocol in =
        read(Replies.refusal(new CallHeader("other", TMessageType.CALL, 4, true), "full"));
    assertThat(in.readMessageBegin().type).isEqualTo(TMessageType.EXCEPTION);
    assertThat(TApplicationException.readFrom(in)).hasMessage("full");
  }
}
