package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.Limits;
import io.github.blurdetect.service.ServerConfig;
import io.github.blurdetect.service.Timeouts;
import io.github.blurdetect.service.internal.LogLine;
import io.github.blurdetect.service.internal.manage.Metrics;
import io.github.blurdetect.service.internal.wire.MemoryBudget;
import io.github.blurdetect.service.internal.wire.MessageScanner;
import io.github.blurdetect.service.internal.wire.ReplyJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that accepts connections, receives requests, hands them to the workers and sends the
 * replies. It never waits for a peer or a worker, so no peer can keep it from another.
 */
public final class IoLoop {
  private static final Logger LOG = LoggerFactory.getLogger(IoLoop.class);
  private static final int READ_BUFFER = 128 << 10;
  private static final int BACKLOG = 1024;
  private static final long TICK_MILLIS = 50;
  private static final long STALLED_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long LINGER_NANOS = Duration.ofMillis(300).toNanos();

  private final Limits limits;
  private final Timeouts timeouts;
  private final Predicate<Request> intake;
  private final Metrics metrics;
  private final MemoryBudget budget;
  private final ChannelFactory channels;
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final SelectionKey listening;
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER);
  private final Set<Connection> connections = new LinkedHashSet<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ExecutorService elsewhere =
      Executors.newSingleThreadExecutor(task -> daemon(task, "blur-handshake"));
  private final Thread thread = daemon(this::run, "blur-io");

  private @Nullable Connection busyWith;
  private long nextTick;
  private long acceptAgainAt;
  private int outstanding; // accepted requests whose reply has not left
  private boolean stopping;
  private long stopBegan;
  private long stopDeadline;
  private final EventLog events = new EventLog();

  /**
   * Binds the port.
   *
   * @param config where to listen, limits and timeouts
   * @param channels makes plain or encrypted channels
   * @param intake takes a complete request, or returns false if there is no room for it
   * @param metrics counts what happens
   * @throws IOException if the port cannot be bound
   */
  public IoLoop(
      ServerConfig config, ChannelFactory channels, Predicate<Request> intake, Metrics metrics)
      throws IOException {
    this.limits = config.limits();
    this.timeouts = config.timeouts();
    this.channels = channels;
    this.intake = intake;
    this.metrics = metrics;
    this.budget = new MemoryBudget(limits.bufferedBytes());
    budget.onShortage(this::evictForMemory);
    metrics.gauge("blur_buffered_bytes", "Memory held by unanswered requests.", budget::used);
    listener = ServerSocketChannel.open();
    selector = Selector.open();
    try {
      listener.bind(config.listen().resolve(), BACKLOG);
    } catch (IOException e) {
      Sockets.closeQuietly(selector);
      Sockets.closeQuietly(listener);
      throw new IOException("cannot listen on " + config.listen() + ": " + e.getMessage(), e);
    }
    listener.configureBlocking(false);
    listening = listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /**
   * Returns the port.
   *
   * @return as bound
   * @throws IOException if the loop has ended
   */
  public int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /**
   * Refuses what is new, waits until accepted requests are answered, closes all connections.
   *
   * @param patience after which requests without a verdict are answered "stopping"
   * @throws InterruptedException if the calling thread is interrupted; stopping goes on
   */
  public void stop(Duration patience) throws InterruptedException {
    execute(
        () -> {
          if (!stopping) {
            stopping = true;
            stopBegan = System.nanoTime();
            stopDeadline = stopBegan + patience.toNanos();
            accept(); // whoever stands in line already is told, not cut off
            listening.cancel();
            Sockets.closeQuietly(listener);
          }
        });
    thread.join();
    elsewhere.shutdownNow();
  }

  // --- The loop ----------------------------------------------------------------------------------

  private void run() {
    try {
      while (!(stopping && finished())) {
        try {
          selector.select(this::ready, TICK_MILLIS);
        } catch (IOException e) {
          LOG.error(LogLine.of("select_failed").toString(), e);
        }
        runTasks();
        tick();
      }
    } finally {
      new ArrayList<>(connections).forEach(connection -> connection.close("stop"));
      Sockets.closeQuietly(listener);
      Sockets.closeQuietly(selector);
    }
  }

  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (key == listening) {
      accept();
    } else if (key.attachment() instanceof Connection connection) {
      connection.proceed();
    }
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      defect(e);
    }
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      guarded(task);
    }
  }

  private void tick() {
    long now = System.nanoTime();
    if (now < nextTick) {
      return;
    }
    nextTick = now + Duration.ofMillis(TICK_MILLIS).toNanos();
    for (Connection connection : new ArrayList<>(connections)) {
      guarded(() -> connection.tick(now));
    }
    if (!stopping && listening.interestOps() == 0 && now > acceptAgainAt) {
      listening.interestOps(SelectionKey.OP_ACCEPT);
    }
    events.write(now);
  }

  private boolean finished() {
    long now = System.nanoTime();
    if (now >= stopDeadline) {
      giveUpAll();
      return true;
    }
    // Requests that were on their way when the port closed get a reply too, if they arrive soon.
    boolean receiving = connections.stream().anyMatch(Connection::midRequest);
    boolean lingered =
        connections.isEmpty() || now - stopBegan > (receiving ? STALLED_NANOS : LINGER_NANOS);
    return outstanding == 0 && lingered && connections.stream().allMatch(Connection::owesNothing);
  }

  private void giveUpAll() {
    for (Connection connection : new ArrayList<>(connections)) {
      Request request = connection.waiting();
      if (request != null) {
        guarded(
            () ->
                connection.giveUp(
                    request, FailureCode.STOPPING, "the server went down before the verdict"));
      }
    }
  }

  // --- Connections -------------------------------------------------------------------------------

  private void accept() {
    try {
      for (SocketChannel socket = listener.accept(); socket != null; socket = listener.accept()) {
        welcome(socket);
      }
    } catch (IOException e) {
      // Out of descriptors, most likely. Asking again at once would only burn the processor.
      LOG.warn(LogLine.of("accept_failed").with("cause", e).toString());
      listening.interestOps(0);
      acceptAgainAt = System.nanoTime() + STALLED_NANOS;
    }
  }

  private void welcome(SocketChannel socket) {
    if (connections.size() >= limits.connections() && !evictForConnection()) {
      metrics.connectionRefused();
      Sockets.closeQuietly(socket);
      return;
    }
    try {
      String peer = LoggedPeer.of(socket);
      SelectionKey key = channels.prepare(socket, selector);
      MessageScanner scanner = new MessageScanner(limits.imageBytes(), budget);
      Connection connection = new Connection(this, channels.channel(socket), key, peer, scanner);
      key.attach(connection);
      connections.add(connection);
      metrics.connectionOpened();
    } catch (IOException | RuntimeException e) {
      LOG.warn(LogLine.of("connect_failed").with("cause", e).toString());
      Sockets.closeQuietly(socket);
    }
  }

  /** Closes the connection that has been of no use for longest. */
  private boolean evictForConnection() {
    long now = System.nanoTime();
    return evict(
        connections.stream()
            .filter(each -> each.owesNothing() && each.stalledFor(now) > STALLED_NANOS)
            .max(Comparator.comparingLong(each -> each.stalledFor(now)))
            .orElse(null));
  }

  /** Closes the connection that has been sending one request for longest. */
  private boolean evictForMemory() {
    long now = System.nanoTime();
    return evict(
        connections.stream()
            .filter(each -> each != busyWith && each.midRequest() && each.age(now) > STALLED_NANOS)
            .max(Comparator.comparingLong(each -> each.age(now)))
            .orElse(null));
  }

  private static boolean evict(@Nullable Connection victim) {
    if (victim != null) {
      victim.close("evicted");
    }
    return victim != null;
  }

  // --- For connections ---------------------------------------------------------------------------

  void busyWith(Connection connection) {
    busyWith = connection;
  }

  boolean accept(Request request) {
    boolean accepted = intake.test(request);
    if (accepted) {
      outstanding++;
    }
    return accepted;
  }

  void settled() {
    outstanding--;
  }

  void closed(Connection connection, String why) {
    connections.remove(connection);
    metrics.connectionClosed(why);
  }

  void event(String event, Connection connection, String cause) {
    events.add(event, connection.peer(), cause);
  }

  /** Logs an error of this program, or memory that ran out: costs one connection at most. */
  void defect(Throwable thrown) {
    LOG.error(LogLine.of("defect").with("thread", "io").toString(), thrown);
  }

  boolean stopping() {
    return stopping;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  Metrics metrics() {
    return metrics;
  }

  ByteBuffer readBuffer() {
    return readBuffer.clear();
  }

  String tooLarge(long bytes) {
    return "the request has "
        + bytes
        + " bytes, expected an image of at most "
        + limits.imageBytes();
  }

  String queueFull() {
    return limits.queue() + " requests are waiting already; try later";
  }

  String failure(FailureCode code, String message) {
    return ReplyJson.failure(code, message);
  }

  /** Runs a task on the I/O thread soon. Safe for any thread. */
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Runs long work on another thread, then the rest on this one. */
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
}
