package io.github.blurdetect.service.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.thrift.protocol.TType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of a message of Thrift's binary protocol in bytes that arrive piece by piece.
 *
 * <p>An unframed message does not say how long it is: its end is where its last field ends. The
 * scanner walks the message as the bytes come, in constant memory, and keeps them for the processor
 * as long as they stay within the limits. A message that does not is still walked to its end, but
 * its bytes are thrown away and {@link #refusal()} says why.
 *
 * <p>Not safe for use by many threads.
 */
public final class MessageScanner {

  /** Why a message's bytes are thrown away. */
  public enum Refusal {
    /** It is, or announces to be, longer than the limit. */
    TOO_LARGE,
    /** All messages together would take more memory than the budget has. */
    NO_MEMORY
  }

  private enum State {
    VERSION,
    NAME_LENGTH,
    NAME,
    TYPE,
    SEQUENCE,
    FIELD_TYPE,
    FIELD_ID,
    STRING_LENGTH,
    LIST_HEAD,
    MAP_HEAD,
    DONE
  }

  /** Bytes a message may have besides its longest string. */
  public static final int OVERHEAD = 4096;

  private static final int MAX_NAME = 64;
  // A call has one value. Others are walked for the sake of newer clients, but not without end.
  private static final int MAX_VALUES = 10_000;
  private static final int VERSION_MASK = 0xFFFF0000;
  private static final int VERSION_1 = 0x80010000;

  private final int maxString;
  private final MemoryBudget budget;
  private final byte[] scratch = new byte[MAX_NAME];
  private final Nesting nesting = new Nesting();

  private MessageBytes kept;
  private State state = State.VERSION;
  private int have;
  private int want = Integer.BYTES;
  private long skip;
  private long size;
  private int values;
  private boolean strict;
  private String name = "";
  private byte type;
  private byte fieldType;
  private @Nullable CallHeader header;
  private @Nullable Refusal refusal;

  /**
   * Makes a scanner that waits for a message's first byte.
   *
   * @param maxString the longest string a message may hold, in bytes
   * @param budget counts the memory of what is kept
   */
  public MessageScanner(int maxString, MemoryBudget budget) {
    this.maxString = maxString;
    this.budget = budget;
    this.kept = new MessageBytes(budget);
  }

  /**
   * Takes bytes up to the message's end.
   *
   * @param in read from its position; what follows the message's end is left in it
   * @return whether the message is complete; if not, all of {@code in} was taken
   * @throws WireException if this is no Thrift message
   */
  public boolean feed(ByteBuffer in) throws WireException {
    while (state != State.DONE) {
      if (skip > 0) {
        int part = (int) Math.min(skip, in.remaining());
        skip -= part;
        keep(in, part);
        if (skip > 0) {
          return false;
        }
        afterValue();
      } else if (gather(in)) {
        have = 0;
        step();
      } else {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the head of the message.
   *
   * @return null as long as it has not arrived whole
   */
  public @Nullable CallHeader header() {
    return header;
  }

  /**
   * Returns why the message's bytes are thrown away.
   *
   * @return null if they are kept
   */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /**
   * Returns how many bytes the message has, as far as it has arrived or announced itself.
   *
   * @return 0 before its first byte
   */
  public long size() {
    return size + skip;
  }

  /**
   * Returns how many of the message's bytes have arrived.
   *
   * @return 0 before its first byte
   */
  public long arrived() {
    return size;
  }

  /**
   * Hands over the complete message and waits for the next one.
   *
   * @return the message, to be released by the caller; empty if it was refused
   */
  public MessageBytes take() {
    MessageBytes message = kept;
    kept = new MessageBytes(budget);
    begin(State.VERSION, Integer.BYTES);
    skip = 0;
    size = 0;
    values = 0;
    header = null;
    refusal = null;
    return message;
  }

  /** Throws the message away, for a connection that ends. */
  public void discard() {
    kept.release();
  }

  private void begin(State next, int bytes) {
    state = next;
    want = bytes;
    have = 0;
  }

  private boolean gather(ByteBuffer in) {
    int part = Math.min(want - have, in.remaining());
    for (int i = 0; i < part; i++) {
      scratch[have + i] = in.get(in.position() + i);
    }
    keep(in, part);
    have += part;
    return have == want;
  }

  private void keep(ByteBuffer in, int count) {
    size += count;
    if (refusal == null && size > (long) maxString + OVERHEAD) {
      refuse(Refusal.TOO_LARGE);
    }
    if (refusal == null && !kept.append(in, count, size + skip + 1)) {
      refuse(Refusal.NO_MEMORY);
    }
    if (refusal != null) {
      in.position(in.position() + count);
    }
  }

  private void refuse(Refusal why) {
    if (refusal == null) {
      refusal = why;
      kept.release();
    }
  }

  private void step() throws WireException {
    switch (state) {
      case VERSION -> version(i32(0));
      case NAME_LENGTH -> nameLength(i32(0));
      case NAME -> name();
      case TYPE -> {
        type = scratch[0];
        begin(State.SEQUENCE, Integer.BYTES);
      }
      case SEQUENCE -> {
        header = new CallHeader(name, type, i32(0), strict);
        nesting.clear();
        begin(State.FIELD_TYPE, 1);
      }
      case FIELD_TYPE -> field(scratch[0]);
      case FIELD_ID -> value(fieldType);
      case STRING_LENGTH -> string(i32(0));
      case LIST_HEAD -> container(scratch[0], scratch[0], i32(1), 1);
      case MAP_HEAD -> container(scratch[0], scratch[1], i32(2), 2);
      case DONE -> throw new IllegalStateException("the message is complete");
    }
  }

  private int i32(int at) {
    return (scratch[at] & 0xFF) << 24
        | (scratch[at + 1] & 0xFF) << 16
        | (scratch[at + 2] & 0xFF) << 8
        | (scratch[at + 3] & 0xFF);
  }

  private void version(int word) throws WireException {
    strict = word < 0;
    if (!strict) {
      nameLength(word);
      return;
    }
    if ((word & VERSION_MASK) != VERSION_1) {
      throw new WireException(
          "message begins with %08x, expected a Thrift binary message (8001....)".formatted(word));
    }
    type = (byte) word;
    begin(State.NAME_LENGTH, Integer.BYTES);
  }

  private void nameLength(int length) throws WireException {
    if (length < 0 || length > MAX_NAME) {
      throw new WireException(
          "message has a method name of %d bytes, expected at most %d (is this an unframed Thrift binary message?)"
              .formatted(length, MAX_NAME));
    }
    begin(State.NAME, length);
  }

  private void name() throws WireException {
    for (int i = 0; i < want; i++) {
      if (scratch[i] <= ' ' || scratch[i] == 0x7F) {
        throw new WireException(
            "method name has byte %02x, expected printable ASCII (is this a framed transport?)"
                .formatted(scratch[i]));
      }
    }
    name = new String(scratch, 0, want, StandardCharsets.US_ASCII);
    begin(strict ? State.SEQUENCE : State.TYPE, strict ? Integer.BYTES : 1);
  }

  private void field(byte found) throws WireException {
    if (found == TType.STOP) {
      if (nesting.isEmpty()) {
        state = State.DONE;
      } else {
        nesting.pop();
        afterValue();
      }
      return;
    }
    fieldType = found;
    begin(State.FIELD_ID, Short.BYTES);
  }

  private void value(byte valueType) throws WireException {
    if (++values > MAX_VALUES) {
      throw new WireException("message has more than " + MAX_VALUES + " values");
    }
    switch (valueType) {
      case TType.STRING -> begin(State.STRING_LENGTH, Integer.BYTES);
      case TType.STRUCT -> {
        nesting.push(valueType, valueType, Nesting.STRUCT);
        begin(State.FIELD_TYPE, 1);
      }
      case TType.LIST, TType.SET -> begin(State.LIST_HEAD, 1 + Integer.BYTES);
      case TType.MAP -> begin(State.MAP_HEAD, 2 + Integer.BYTES);
      default -> skip = Nesting.fixedSize(valueType);
    }
  }

  private void string(int length) throws WireException {
    if (length < 0) {
      throw new WireException("string has length " + length + ", expected 0 or more");
    }
    if (length > maxString) {
      refuse(Refusal.TOO_LARGE);
    }
    skip = length;
    if (length == 0) {
      afterValue();
    }
  }

  private void container(byte first, byte second, int count, int valuesEach) throws WireException {
    if (count < 0) {
      throw new WireException("container has size " + count + ", expected 0 or more");
    }
    if (count > 0) {
      nesting.push(first, second, (long) count * valuesEach);
    }
    afterValue();
  }

  private void afterValue() throws WireException {
    if (nesting.inStruct()) {
      begin(State.FIELD_TYPE, 1);
    } else {
      value(nesting.nextType());
    }
  }

  @Override
  public String toString() {
    return "MessageScanner[" + Objects.toString(header, "no header") + ", " + size + " bytes]";
  }
}
