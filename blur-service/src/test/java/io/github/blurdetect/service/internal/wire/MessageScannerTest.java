package io.github.blurdetect.service.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageScannerTest {
  private static final int MAX_STRING = 10_000;

  private final MemoryBudget budget = new MemoryBudget(1 << 20);
  private final MessageScanner scanner = new MessageScanner(MAX_STRING, budget);

  private static byte[] call(String name, byte[] image) {
    ByteBuffer bytes = ByteBuffer.allocate(64 + name.length() + image.length);
    bytes.putInt(0x80010001).putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
    bytes.putInt(7).put(TType.STRING).putShort((short) 1).putInt(image.length).put(image);
    bytes.put(TType.STOP);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] hex(String digits) {
    String plain = digits.replace(" ", "");
    byte[] bytes = new byte[plain.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(plain.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  @Test
  void feed_randomMessagesInRandomPieces_findsEveryEnd() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    RandomMessages messages = new RandomMessages(12);
    for (int round = 0; round < 300; round++) {
      List<byte[]> sent = List.of(messages.next(), messages.next(), messages.next());
      List<byte[]> found = new ArrayList<>();
      ByteBuffer stream = ByteBuffer.wrap(join(sent));
      while (stream.hasRemaining()) {
        int piece = Math.min(stream.remaining(), 1 + random.nextInt(500));
        ByteBuffer part = stream.slice(stream.position(), piece);
        while (part.hasRemaining()) {
          if (scanner.feed(part)) {
            MessageBytes message = scanner.take();
            found.add(Arrays.copyOf(message.array(), message.length()));
            message.release();
          }
        }
        stream.position(stream.position() + piece);
      }
      assertThat(found).hasSize(3);
      for (int i = 0; i < 3; i++) {
        assertThat(found.get(i)).isEqualTo(sent.get(i));
      }
    }
    assertThat(budget.used()).isZero();
  }

  @Test
  void header_randomMessages_readAsLibthriftReadsIt() throws Exception {
    RandomMessages messages = new RandomMessages(13);
    for (int round = 0; round < 200; round++) {
      byte[] message = messages.next();
      TBinaryProtocol in = new TBinaryProtocol(new TMemoryInputTransport(message));
      TMessage expected = in.readMessageBegin();
      TProtocolUtil.skip(in, TType.STRUCT);
      assertThat(in.getTransport().getBytesRemainingInBuffer()).isZero();

      assertThat(scanner.feed(ByteBuffer.wrap(message))).isTrue();
      CallHeader header = Objects.requireNonNull(scanner.header());
      assertThat(header.name()).isEqualTo(expected.name);
      assertThat(header.sequence()).isEqualTo(expected.seqid);
      assertThat(header.type()).isEqualTo(TMessageType.CALL);
      assertThat(header.strict()).isEqualTo(message[0] < 0);
      scanner.take().release();
    }
  }

  private static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Test
  void feed_stringOfTwoGigabytesAnnounced_allocatesNothing() throws Exception {
    byte[] head = hex("80010001 00000004 7265636f 00000001 0b 0001 7fffffff");
    ByteBuffer in = ByteBuffer.wrap(head);
    new MessageScanner(MAX_STRING, budget).feed(ByteBuffer.wrap(head)); // loads classes

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    boolean complete = scanner.feed(in);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(complete).isFalse();
    assertThat(scanner.refusal()).isEqualTo(MessageScanner.Refusal.TOO_LARGE);
    assertThat(allocated).isLessThan(16_384);
    assertThat(budget.used()).isZero();
  }

  @Test
  void feed_permittedLengthAnnounced_holdsWhatArrivedOnly() throws Exception {
    MemoryBudget used = new MemoryBudget(1 << 30);
    MessageScanner large = new MessageScanner(50 << 20, used);
    large.feed(ByteBuffer.wrap(hex("80010001 00000004 7265636f 00000001 0b 0001 03200000")));
    assertThat(used.used()).isLessThan(8_192);
    large.feed(ByteBuffer.wrap(new byte[100_000]));
    assertThat(used.used()).isBetween(100_000L, 250_000L);
    large.discard();
    assertThat(used.used()).isZero();
  }

  @Test
  void feed_knownLength_endsInArrayOfThatSize() throws Exception {
    byte[] message = call("reco", new byte[9_999]);
    scanner.feed(ByteBuffer.wrap(message, 0, 5_000));
    assertThat(scanner.feed(ByteBuffer.wrap(message, 5_000, message.length - 5_000))).isTrue();
    MessageBytes kept = scanner.take();
    assertThat(kept.length()).isEqualTo(message.length);
    assertThat(kept.array().length).isEqualTo(message.length);
  }

  @Test
  void feed_stringOfExactlyTheLimit_isKept() throws Exception {
    assertThat(scanner.feed(ByteBuffer.wrap(call("reco", new byte[MAX_STRING])))).isTrue();
    assertThat(scanner.refusal()).isNull();
    scanner.take().release();
  }

  @Test
  void feed_stringOneOverTheLimit_isWalkedToItsEndAndDropped() throws Exception {
    byte[] message = call("reco", new byte[MAX_STRING + 1]);
    ByteBuffer in =
        ByteBuffer.allocate(message.length + 3).put(message).flip().limit(message.length + 3);
    assertThat(scanner.feed(in)).isTrue();
    assertThat(in.remaining()).isEqualTo(3);
    assertThat(scanner.refusal()).isEqualTo(MessageScanner.Refusal.TOO_LARGE);
    assertThat(scanner.size()).isEqualTo(message.length);
    assertThat(scanner.take().length()).isZero();
    assertThat(scanner.feed(ByteBuffer.wrap(call("reco", new byte[3])))).isTrue();
    assertThat(scanner.refusal()).isNull();
  }

  @Test
  void feed_manyStringsTogetherOverTheLimit_isRefused() throws Exception {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(hex("80010001 00000004 7265636f 00000001"));
    for (int i = 0; i < 3; i++) {
      message.writeBytes(hex("0b 0002 00001388")); // 5000 bytes each
      message.writeBytes(new byte[5000]);
    }
    message.write(TType.STOP);
    assertThat(scanner.feed(ByteBuffer.wrap(message.toByteArray()))).isTrue();
    assertThat(scanner.refusal()).isEqualTo(MessageScanner.Refusal.TOO_LARGE);
  }

  @Test
  void feed_budgetUsedUp_isRefusedForMemory() throws Exception {
    assertThat(budget.tryReserve(budget.limit() - 5_000)).isTrue();
    assertThat(scanner.feed(ByteBuffer.wrap(call("reco", new byte[8_000])))).isTrue();
    assertThat(scanner.refusal()).isEqualTo(MessageScanner.Refusal.NO_MEMORY);
    scanner.take().release();
    assertThat(budget.used()).isEqualTo(budget.limit() - 5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "474554202f20485454502f312e31", // GET / HTTP/1.1
        "16030100f8010000f40303", // a TLS hello
        "80020001 00000004 7265636f", // another version
        "80010001 7fffffff", // a name of two gigabytes
        "80010001 ffffffff", // a negative one
        "0000001d 80010001 00000004 7265636f 00000001 00 00000000000000000000000000000000", // framed
        "80010001 00000004 7265636f 00000001 0b 0001 ffffffff", // negative string
        "80010001 00000004 7265636f 00000001 0f 0001 0b ffffffff", // negative list
        "80010001 00000004 7265636f 00000001 63 0001", // no such type
        "80010001 00000004 7265636f 00000001 0f 0001 01 00000003 00", // list of nothing
      })
  void feed_garbage_isNoMessage(String digits) {
    assertThatThrownBy(() -> scanner.feed(ByteBuffer.wrap(hex(digits))))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void feed_deepNesting_isNoMessage() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(hex("80010001 00000004 7265636f 00000001"));
    for (int i = 0; i < 40; i++) {
      message.writeBytes(hex("0c 0001"));
    }
    assertThatThrownBy(() -> scanner.feed(ByteBuffer.wrap(message.toByteArray())))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("nests deeper");
  }

  @Test
  void feed_endlessList_isNoMessage() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(hex("80010001 00000004 7265636f 00000001 0f 0002 0c 7fffffff"));
    message.writeBytes(new byte[20_000]); // empty structs, a byte each
    assertThatThrownBy(() -> scanner.feed(ByteBuffer.wrap(message.toByteArray())))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("values");
  }

  @Test
  void feed_randomBytes_neverHangsOrHoldsMemory() {
    SplittableRandom random = new SplittableRandom(14);
    for (int round = 0; round < 5_000; round++) {
      MessageScanner one = new MessageScanner(MAX_STRING, budget);
      byte[] garbage = new byte[200];
      random.nextBytes(garbage);
      if (round % 2 == 0) {
        System.arraycopy(hex("80010001 00000004 7265636f 00000001"), 0, garbage, 0, 16);
      }
      try {
        one.feed(ByteBuffer.wrap(garbage));
      } catch (WireException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
      one.discard();
    }
    assertThat(budget.used()).isZero();
  }
}
