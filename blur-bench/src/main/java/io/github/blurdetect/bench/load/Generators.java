package io.github.blurdetect.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Threads that send requests. */
final class Generators {
  private final int port;
  private final List<byte[]> images;

  /** Sends these images in turn to a server on this machine. */
  Generators(int port, List<byte[]> images) {
    this.port = port;
    this.images = images;
  }

  /** Closed loop: each client sends its next request when it has the reply to its last one. */
  Samples closed(int clients, long nanos) throws InterruptedException {
    Samples samples = new Samples();
    long end = System.nanoTime() + nanos;
    run(
        clients,
        sender -> {
          for (int i = 0; System.nanoTime() < end; i++) {
            long began = System.nanoTime();
            Outcome outcome = sender.send(i);
            samples.add(outcome, System.nanoTime() - began);
          }
        });
    return samples;
  }

  /**
   * Open loop: requests start at times drawn beforehand (a Poisson process), whatever becomes of
   * earlier ones. Times count from the drawn start, so that a late sender cannot flatter the
   * server.
   *
   * @param late the senders' own lateness
   */
  Samples open(int senders, double rate, long nanos, long seed, Samples late)
      throws InterruptedException {
    long[] starts = poisson(rate, nanos, seed);
    Samples samples = new Samples();
    AtomicInteger next = new AtomicInteger();
    long origin = System.nanoTime();
    run(
        senders,
        sender -> {
          for (int i = next.getAndIncrement(); i < starts.length; i = next.getAndIncrement()) {
            long start = origin + starts[i];
            sleepUntil(start);
            long sent = System.nanoTime();
            Outcome outcome = sender.send(i);
            samples.add(outcome, System.nanoTime() - start);
            late.add(outcome, sent - start);
          }
        });
    return samples;
  }

  private static void sleepUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  static long[] poisson(double rate, long nanos, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> starts = new ArrayList<>();
    double now = 0;
    while (true) {
      now += -Math.log(1 - random.nextDouble()) / rate * 1e9;
      if (now >= nanos) {
        return starts.stream().mapToLong(Long::longValue).toArray();
      }
      starts.add((long) now);
    }
  }

  private interface Work {
    void run(Sender sender);
  }

  private void run(int threads, Work work) throws InterruptedException {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                try (Sender sender = new Sender()) {
                  work.run(sender);
                }
              },
              "load-" + i);
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
  }

  /** Sends one request after the other; connects anew after a lost connection. */
  private final class Sender implements AutoCloseable {
    private @Nullable LoadConnection connection;

    Outcome send(int number) {
      LoadConnection used = connection;
      try {
        if (used == null) {
          used = new LoadConnection(port);
          connection = used;
        }
      } catch (IOException e) {
        return Outcome.NOT_CONNECTED;
      }
      try {
        Outcome outcome = Outcome.of(used.reco(images.get(number % images.size())));
        if (outcome == Outcome.STOPPING) {
          close(); // as the server does
        }
        return outcome;
      } catch (IOException e) {
        close();
        return Outcome.NO_REPLY;
      }
    }

    @Override
    public void close() {
      try {
        if (connection != null) {
          connection.close();
        }
      } catch (IOException e) {
        // It is given up either way.
      }
      connection = null;
    }
  }
}
