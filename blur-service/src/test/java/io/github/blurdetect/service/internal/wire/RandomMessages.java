package io.github.blurdetect.service.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TSet;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;

/** Writes messages with all kinds of fields by libthrift itself. */
final class RandomMessages {
  private static final byte[] SIMPLE = {
    TType.BOOL, TType.BYTE, TType.I16, TType.I32, TType.I64, TType.DOUBLE, TType.STRING, TType.UUID
  };
  private static final byte[] NESTED = {TType.STRUCT, TType.LIST, TType.SET, TType.MAP};

  private final SplittableRandom random;

  RandomMessages(long seed) {
    random = new SplittableRandom(seed);
  }

  byte[] next() throws TException {
    TMemoryBuffer bytes = new TMemoryBuffer(256);
    TProtocol out = new TBinaryProtocol(bytes, false, random.nextBoolean());
    String name = random.nextBoolean() ? "reco" : "m" + random.nextInt(1000);
    out.writeMessageBegin(new TMessage(name, TMessageType.CALL, random.nextInt()));
    struct(out, 0);
    return Arrays.copyOf(bytes.getArray(), bytes.length());
  }

  private byte type(int depth) {
    return depth < 3 && random.nextInt(3) == 0
        ? NESTED[random.nextInt(NESTED.length)]
        : SIMPLE[random.nextInt(SIMPLE.length)];
  }

  /** Any type but UUID: libthrift 0.25.0 writes containers of them and cannot read them. */
  private byte element(int depth) {
    byte type = type(depth);
    return type == TType.UUID ? TType.I64 : type;
  }

  private void struct(TProtocol out, int depth) throws TException {
    int fields = random.nextInt(4);
    for (int i = 1; i <= fields; i++) {
      byte type = type(depth);
      out.writeFieldBegin(new TField("", type, (short) i));
      value(out, type, depth + 1);
    }
    out.writeFieldStop();
  }

  private void value(TProtocol out, byte type, int depth) throws TException {
    int count = random.nextInt(4);
    byte first = element(depth);
    byte second = element(depth);
    switch (type) {
      case TType.BOOL -> out.writeBool(random.nextBoolean());
      case TType.BYTE -> out.writeByte((byte) random.nextInt());
      case TType.I16 -> out.writeI16((short) random.nextInt());
      case TType.I32 -> out.writeI32(random.nextInt());
      case TType.I64 -> out.writeI64(random.nextLong());
      case TType.DOUBLE -> out.writeDouble(random.nextDouble());
      case TType.UUID -> out.writeUuid(new UUID(random.nextLong(), random.nextLong()));
      case TType.STRING -> {
        byte[] text = new byte[random.nextInt(3) * random.nextInt(3000)];
        random.nextBytes(text);
        out.writeBinary(ByteBuffer.wrap(text));
      }
      case TType.STRUCT -> struct(out, depth);
      case TType.LIST -> {
        out.writeListBegin(new TList(first, count));
        values(out, first, count, depth);
      }
      case TType.SET -> {
        out.writeSetBegin(new TSet(first, count));
        values(out, first, count, depth);
      }
      case TType.MAP -> {
        out.writeMapBegin(new TMap(first, second, count));
        for (int i = 0; i < count; i++) {
          value(out, first, depth + 1);
          value(out, second, depth + 1);
        }
      }
      default -> throw new IllegalStateException("type " + type);
    }
  }

  private void values(TProtocol out, byte type, int count, int depth) throws TException {
    for (int i = 0; i < count; i++) {
      value(out, type, depth + 1);
    }
  }
}
