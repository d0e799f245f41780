package io.github.blurdetect.service.internal.net;

import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the I/O thread is asked to do, and what it has others do. */
final class LoopTasks {
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ExecutorService elsewhere =
      Executors.newSingleThreadExecutor(task -> daemon(task, "blur-handshake"));

  LoopTasks(Selector selector) {
    this.selector = selector;
  }

  static Thread daemon(Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }

  /** Runs a task on the I/O thread soon. Safe for any thread. */
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Runs long work on another thread, then the rest on the I/O thread. */
  void executeElsewhere(Runnable work, Runnable then) {
    elsewhere.execute(
        () -> {
          try {
            work.run();
          } finally {
            execute(then);
          }
        });
  }

  /** Runs, on the I/O thread, what is there to run. */
  void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      Guard.run(task);
    }
  }

  /** Ends the other thread. */
  void end() {
    elsewhere.shutdownNow();
  }
}
