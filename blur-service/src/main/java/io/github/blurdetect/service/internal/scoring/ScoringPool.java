package io.github.blurdetect.service.internal.scoring;

import io.github.blurdetect.service.Limits;
import io.github.blurdetect.service.internal.manage.Metrics;
import io.github.blurdetect.service.internal.net.Request;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * A fixed number of threads that score, and a queue of fixed length before them.
 *
 * <p>Places are counted apart from the queue itself: a thread that is about to take a request but
 * has not been woken yet would else make the queue look full.
 */
public final class ScoringPool {
  private final BiConsumer<Request, Runnable> server;
  private final Metrics metrics;
  private final Semaphore places;
  private final ThreadPoolExecutor threads;

  /**
   * Starts the threads.
   *
   * @param server answers a request, and runs the task when the request takes no place any more:
   *     once, before its reply leaves. Does not throw
   * @param limits numbers of threads and of waiting requests
   * @param metrics counts what is taken on
   */
  public ScoringPool(BiConsumer<Request, Runnable> server, Limits limits, Metrics metrics) {
    this.server = server;
    this.metrics = metrics;
    places = new Semaphore(limits.workers() + limits.queue());
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    int count = limits.workers();
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            queue,
            task -> {
              Thread thread = new Thread(task, "blur-score-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.prestartAllCoreThreads();
    metrics.gauge("blur_queue_length", "Requests that wait for a worker.", queue::size);
    metrics.gauge("blur_queue_limit", "Requests that may wait.", limits::queue);
    metrics.gauge("blur_workers", "Workers.", () -> count);
    metrics.gauge("blur_workers_busy", "Workers at work.", threads::getActiveCount);
  }

  /**
   * Takes a request, unless all workers have one and the queue is full. Never waits.
   *
   * @param request answered, and its message released, by a worker
   * @return whether it was taken
   */
  public boolean offer(Request request) {
    if (!places.tryAcquire()) {
      return false;
    }
    try {
      threads.execute(() -> server.accept(request, places::release));
      metrics.accepted();
      return true;
    } catch (RejectedExecutionException e) { // the threads have been ended
      places.release();
      return false;
    }
  }

  /** Ends the threads that have nothing to do, and tells the others. */
  public void end() {
    threads.shutdownNow();
  }

  /**
   * Ends the threads.
   *
   * @param patience how long to wait for those at work
   * @return whether all have ended
   * @throws InterruptedException if the calling thread is interrupted
   */
  public boolean stop(Duration patience) throws InterruptedException {
    end();
    return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
