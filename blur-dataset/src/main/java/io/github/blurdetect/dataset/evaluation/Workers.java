package io.github.blurdetect.dataset.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs numbered pieces of work on a fixed number of threads. */
public final class Workers {
  private Workers() {}

  /**
   * Does the work of every index from 0 up, each once, in about that order.
   *
   * @param count number of pieces
   * @param threads threads to use, at least 1; with one, the calling thread does it all
   * @param work does one piece; should catch what it can handle
   * @throws InterruptedException if the calling thread is interrupted; no further piece is begun
   */
  public static void forEach(int count, int threads, IntConsumer work) throws InterruptedException {
    if (threads == 1 || count <= 1) {
      for (int i = 0; i < count; i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        work.accept(i);
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
    try {
      AtomicInteger next = new AtomicInteger();
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < Math.min(threads, count); t++) {
        workers.add(pool.submit(() -> takeTurns(next, count, work)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static void takeTurns(AtomicInteger next, int count, IntConsumer work) {
    for (int i = next.getAndIncrement();
        i < count && !Thread.currentThread().isInterrupted();
        i = next.getAndIncrement()) {
      work.accept(i);
    }
  }

  private static RuntimeException rethrow(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
