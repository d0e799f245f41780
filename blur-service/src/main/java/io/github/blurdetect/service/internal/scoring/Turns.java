package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.service.internal.manage.Metrics;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Lets a bounded number of threads compute at once, the others in the order in which they came.
 *
 * <p>More computing threads than processors finish no more images, and the thread that answers
 * everybody would have to wait until the system has given each of them its share. Safe for use by
 * many threads.
 */
public final class Turns {
  private final Semaphore free;
  private volatile long lastTurn = System.nanoTime(); // when one began or ended

  /**
   * Makes turns, all free.
   *
   * @param count threads that compute at once, at least 1
   * @param metrics shows how many do, and how many wait
   */
  public Turns(int count, Metrics metrics) {
    free = new Semaphore(count, true);
    metrics.gauge("blur_computing_limit", "Images decoded and scored at once.", () -> count);
    metrics.gauge(
        "blur_computing",
        "Images that are being decoded and scored.",
        () -> count - free.availablePermits());
    metrics.gauge(
        "blur_computing_waiting", "Workers that wait for their turn.", free::getQueueLength);
  }

  /**
   * Waits for a turn, which the caller ends with {@link #pass()}.
   *
   * @return false, without a turn, if the thread is interrupted
   */
  boolean take() {
    try {
      free.acquire();
      lastTurn = System.nanoTime();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Hands the turn to the thread that has waited for longest. */
  void pass() {
    lastTurn = System.nanoTime();
    free.release();
  }

  /** For how long no turn has begun or ended although somebody waits for one; else 0. */
  Duration stuckFor() {
    return free.hasQueuedThreads() ? Duration.ofNanos(System.nanoTime() - lastTurn) : Duration.ZERO;
  }
}
