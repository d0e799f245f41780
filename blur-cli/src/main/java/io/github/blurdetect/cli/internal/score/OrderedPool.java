package io.github.blurdetect.cli.internal.score;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Applies a function on several threads and hands out the results in the order of the inputs.
 *
 * <p>At most four inputs a thread are under way or waiting to be handed out, so memory does not
 * grow with the number of inputs.
 */
public final class OrderedPool {
  private static final int AHEAD = 4;

  private OrderedPool() {}

  /**
   * Runs until the inputs end or the consumer has had enough.
   *
   * @param <I> what goes in
   * @param <O> what comes out
   * @param inputs drawn by the calling thread
   * @param threads at least 1
   * @param function called on the pool's threads; what it throws ends the run
   * @param consumer called by the calling thread; false ends the run
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static <I, O> void run(
      Iterator<I> inputs, int threads, Function<I, O> function, Predicate<O> consumer)
      throws InterruptedException {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, new ThreadFactoryBuilder().setNameFormat("blur-%d").setDaemon(true).build());
    try {
      Queue<Future<O>> pending = new ArrayDeque<>();
      boolean more = true;
      while (more && (inputs.hasNext() || !pending.isEmpty())) {
        while (pending.size() < AHEAD * threads && inputs.hasNext()) {
          I input = inputs.next();
          pending.add(pool.submit(() -> function.apply(input)));
        }
        more = consumer.test(get(pending.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <O> O get(Future<O> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }
}
