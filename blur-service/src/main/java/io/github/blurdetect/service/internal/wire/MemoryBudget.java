package io.github.blurdetect.service.internal.wire;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Bounds the bytes that all messages together hold. Safe for use by many threads. */
public final class MemoryBudget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();
  private volatile BooleanSupplier makeRoom = () -> false;

  /**
   * Makes a budget of which nothing is used.
   *
   * @param limit bytes
   */
  public MemoryBudget(long limit) {
    this.limit = limit;
  }

  /**
   * Takes bytes out of the budget, if they are there.
   *
   * @param bytes 0 or more
   * @return whether they were there; if not, nothing was taken
   */
  public boolean tryReserve(long bytes) {
    do {
      if (reserve(bytes)) {
        return true;
      }
    } while (bytes <= limit && makeRoom.getAsBoolean());
    return false;
  }

  /**
   * Sets what is tried when bytes are asked for that are not there.
   *
   * @param maker called by the thread that asks; gives something back and returns true, or returns
   *     false
   */
  public void onShortage(BooleanSupplier maker) {
    makeRoom = maker;
  }

  private boolean reserve(long bytes) {
    long now = used.get();
    while (bytes <= limit - now) {
      if (used.compareAndSet(now, now + bytes)) {
        return true;
      }
      now = used.get();
    }
    return false;
  }

  /**
   * Gives bytes back.
   *
   * @param bytes as many as were reserved
   */
  public void release(long bytes) {
    used.addAndGet(-bytes);
  }

  /**
   * Returns the bytes in use.
   *
   * @return 0 to the limit
   */
  public long used() {
    return used.get();
  }

  /**
   * Returns the limit.
   *
   * @return bytes
   */
  public long limit() {
    return limit;
  }
}
