package io.github.blurdetect.service.internal.wire;

import org.apache.thrift.protocol.TType;

/** The structs and containers around the place where a {@link MessageScanner} stands. */
final class Nesting {
  /** The count of a struct, whose end is marked and not counted. */
  static final long STRUCT = -1;

  private static final int MAX_DEPTH = 32;
  private static final int BYTES_OF_UUID = 16;

  private final byte[] first = new byte[MAX_DEPTH];
  private final byte[] second = new byte[MAX_DEPTH];
  private final long[] left = new long[MAX_DEPTH];
  private int depth;

  void clear() {
    depth = 0;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  /** Enters a struct, or a container whose values are by turns of the first and second type. */
  void push(byte firstType, byte secondType, long count) throws WireException {
    if (depth == MAX_DEPTH) {
      throw new WireException("message nests deeper than " + MAX_DEPTH);
    }
    first[depth] = firstType;
    second[depth] = secondType;
    left[depth] = count;
    depth++;
  }

  void pop() {
    depth--;
  }

  /** Leaves the containers that are complete; says whether a struct, or the arguments, remain. */
  boolean inStruct() {
    while (depth > 0 && left[depth - 1] == 0) {
      depth--;
    }
    return depth == 0 || left[depth - 1] == STRUCT;
  }

  /** Returns the type of the container's next value, which is counted as begun. */
  byte nextType() {
    int top = depth - 1;
    // A map of n entries begins with 2 n values left: keys at even counts, values at odd ones.
    byte type = left[top] % 2 == 0 ? first[top] : second[top];
    left[top]--;
    return type;
  }

  static long fixedSize(byte type) throws WireException {
    return switch (type) {
      case TType.BOOL, TType.BYTE -> 1;
      case TType.I16 -> Short.BYTES;
      case TType.I32 -> Integer.BYTES;
      case TType.I64, TType.DOUBLE -> Long.BYTES;
      case TType.UUID -> BYTES_OF_UUID;
      default ->
          throw new WireException(
              "message has a value of type " + type + ", expected one that Thrift knows");
    };
  }
}
