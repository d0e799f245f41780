package io.github.blurdetect.service.internal.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes of one message, which grow as bytes arrive and never by what a peer announces.
 *
 * <p>Their memory is counted against a {@link MemoryBudget} until {@link #release()}. Not safe for
 * use by many threads; handing an instance from one thread to another is fine.
 */
public final class MessageBytes {
  private static final int FIRST = 4096;
  private static final byte[] NONE = {};

  private final MemoryBudget budget;
  private byte[] array = NONE;
  private int length;

  MessageBytes(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * Moves bytes here.
   *
   * @param from read from its position on
   * @param count how many, all of which {@code from} has
   * @param total how long the message will be at least, counted from its start: caps the growth, so
   *     that a message of known size ends in an array of little more than that size
   * @return false, and nothing was moved, if the budget is used up
   */
  boolean append(ByteBuffer from, int count, long total) {
    if (!reserve((long) length + count, total)) {
      return false;
    }
    from.get(array, length, count);
    length += count;
    return true;
  }

  private boolean reserve(long needed, long total) {
    if (needed <= array.length) {
      return true;
    }
    // Doubling costs each byte at most two copies; the cap keeps the last doubling from waste.
    long doubled = Math.max(FIRST, 2L * array.length);
    long capacity = Math.max(needed, Math.min(doubled, Math.max(total, FIRST)));
    if (capacity > Integer.MAX_VALUE - 8 || !budget.tryReserve(capacity - array.length)) {
      return false;
    }
    long reserved = capacity - array.length;
    try {
      array = Arrays.copyOf(array, (int) capacity);
    } catch (OutOfMemoryError e) {
      budget.release(reserved); // the heap holds less than the budget promises
      return false;
    }
    return true;
  }

  /**
   * Returns the bytes themselves, not a copy.
   *
   * @return an array whose first {@link #length()} bytes are the message
   */
  public byte[] array() {
    return array;
  }

  /**
   * Returns how many bytes there are.
   *
   * @return 0 or more
   */
  public int length() {
    return length;
  }

  /** Forgets the bytes and gives their memory back to the budget. */
  public void release() {
    budget.release(array.length);
    array = NONE;
    length = 0;
  }
}
