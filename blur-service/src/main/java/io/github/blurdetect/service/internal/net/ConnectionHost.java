package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.ServerConfig;
import io.github.blurdetect.service.Timeouts;
import io.github.blurdetect.service.internal.LogLine;
import io.github.blurdetect.service.internal.manage.Metrics;
import io.github.blurdetect.service.internal.wire.CallHeader;
import io.github.blurdetect.service.internal.wire.MemoryBudget;
import io.github.blurdetect.service.internal.wire.MessageScanner;
import io.github.blurdetect.service.internal.wire.Replies;
import io.github.blurdetect.service.internal.wire.ReplyJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes connections, and is what they need of the server: the way to the workers, limits, counts.
 *
 * <p>Confined to the I/O thread.
 */
final class ConnectionHost {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHost.class);
  private static final int READ_BUFFER = 128 << 10;

  private final ServerConfig config;
  private final ChannelFactory channels;
  private final Predicate<Request> intake;
  private final Metrics metrics;
  private final LoopTasks tasks;
  private final Connections connections;
  private final Stopping stopping;
  private final MemoryBudget budget;
  private final EventLog events = new EventLog();
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER);
  private int outstanding; // accepted requests whose reply has not left

  ConnectionHost(
      ServerConfig config,
      ChannelFactory channels,
      Predicate<Request> intake,
      Metrics metrics,
      LoopTasks tasks,
      Connections connections,
      Stopping stopping) {
    this.config = config;
    this.channels = channels;
    this.intake = intake;
    this.metrics = metrics;
    this.tasks = tasks;
    this.connections = connections;
    this.stopping = stopping;
    budget = new MemoryBudget(config.limits().bufferedBytes());
    budget.onShortage(connections::evictForMemory);
    metrics.gauge("blur_buffered_bytes", "Memory held by unanswered requests.", budget::used);
  }

  /** Makes a connection of a socket, or closes it if there is no room. */
  void welcome(SocketChannel socket, Selector selector) {
    if (connections.count() >= config.limits().connections() && !connections.evictForConnection()) {
      metrics.connectionRefused();
      Sockets.closeQuietly(socket);
      return;
    }
    try {
      String peer = LoggedPeer.of(socket);
      SelectionKey key = channels.prepare(socket, selector);
      MessageScanner scanner = new MessageScanner(config.limits().imageBytes(), budget);
      Connection connection = new Connection(this, channels.channel(socket), key, peer, scanner);
      key.attach(connection);
      connections.add(connection);
      metrics.connectionOpened();
    } catch (IOException | RuntimeException e) {
      LOG.warn(LogLine.of("connect_failed").with("cause", e).toString());
      Sockets.closeQuietly(socket);
    }
  }

  boolean allSettled() {
    return outstanding == 0;
  }

  void tick(long now) {
    events.write(now);
  }

  // --- For connections ---------------------------------------------------------------------------

  void busyWith(Connection connection) {
    connections.busyWith(connection);
  }

  /** Hands a request to the workers; false if they have no room for it. */
  boolean accept(Request request) {
    boolean accepted = intake.test(request);
    if (accepted) {
      outstanding++;
    }
    return accepted;
  }

  /** An accepted request's reply has left, or cannot any more. */
  void settled() {
    outstanding--;
  }

  void closed(Connection connection, String why) {
    connections.remove(connection);
    metrics.connectionClosed(why);
  }

  void received(int bytes) {
    metrics.received(bytes);
  }

  void event(String event, Connection connection, String cause) {
    events.add(event, connection.peer(), cause);
  }

  /** Counts and logs a refusal; returns the reply that says so. */
  byte[] refusal(Connection connection, CallHeader header, FailureCode code, String message) {
    metrics.answered(code.text());
    event("refused_" + code.text(), connection, message);
    return Replies.refusal(header, ReplyJson.failure(code, message));
  }

  String tooLarge(long bytes) {
    return "the request has "
        + bytes
        + " bytes, expected an image of at most "
        + config.limits().imageBytes();
  }

  String queueFull() {
    return config.limits().queue() + " requests are waiting already; try later";
  }

  boolean stopping() {
    return stopping.begun();
  }

  Timeouts timeouts() {
    return config.timeouts();
  }

  LoopTasks tasks() {
    return tasks;
  }

  /** An empty buffer, the same for all connections. */
  ByteBuffer readBuffer() {
    return readBuffer.clear();
  }
}
