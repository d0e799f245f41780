package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.internal.wire.CallHeader;
import io.github.blurdetect.service.internal.wire.MessageBytes;
import io.github.blurdetect.service.internal.wire.MessageScanner;
import io.github.blurdetect.service.internal.wire.WireException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import org.apache.thrift.protocol.TMessageType;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: receives a request, awaits its reply, sends it, and so on.
 *
 * <p>Requests on one connection are answered one after the other, in their order: what a client
 * sends ahead stays in its socket. Confined to the I/O thread, except where a method says so.
 */
final class Connection implements Receiver.Owner {
  private final ConnectionHost host;
  private final Channel channel;
  private final SelectionKey key;
  private final String peer;
  private final Pace pace = new Pace();
  private final Receiver receiver;
  private final Outbox outbox;

  private @Nullable Request waiting; // handed to the workers
  private boolean last; // nothing is read any more; the reply being sent is the last
  private boolean taskRunning;
  private boolean closed;

  Connection(
      ConnectionHost host, Channel channel, SelectionKey key, String peer, MessageScanner scanner) {
    this.host = host;
    this.channel = channel;
    this.key = key;
    this.peer = peer;
    receiver = new Receiver(this, host, channel, scanner, pace);
    outbox = new Outbox(channel, pace, host::settled);
  }

  /** Does all that can be done now; called when the socket is ready and whenever things change. */
  void proceed() {
    host.busyWith(this);
    try {
      if (!closed) {
        send();
      }
      receiver.receive();
      startTask();
      updateInterest();
    } catch (WireException e) {
      host.event("garbage", this, String.valueOf(e.getMessage()));
      close("garbage");
    } catch (IOException e) {
      host.event("broken", this, e.toString());
      close("broken");
    } catch (RuntimeException | Error e) {
      Guard.log(e);
      close("defect");
    }
  }

  // --- Receiving ---------------------------------------------------------------------------------

  @Override
  public boolean receiving() {
    return !closed && !last && waiting == null && (outbox.isEmpty() || receiver.answered());
  }

  @Override
  public void later() {
    host.tasks().execute(this::proceed);
  }

  @Override
  public void complete(CallHeader header, MessageBytes message) {
    hand(header, new Request(this, header, message));
  }

  private void hand(CallHeader header, Request request) {
    if (host.stopping()) {
      request.message().release();
      last = true;
      refuse(header, FailureCode.STOPPING, "the server is going down; try another or later");
    } else if (host.accept(request)) {
      waiting = request;
    } else {
      request.message().release();
      refuse(header, FailureCode.OVERLOADED, host.queueFull());
    }
  }

  // --- Answering ---------------------------------------------------------------------------------

  @Override
  public void refuse(CallHeader header, MessageScanner.Refusal refusal) {
    if (refusal == MessageScanner.Refusal.TOO_LARGE) {
      refuse(header, FailureCode.TOO_LARGE, host.tooLarge(receiver.size()));
    } else {
      refuse(header, FailureCode.OVERLOADED, "requests being received take all memory; try later");
    }
  }

  private void refuse(CallHeader header, FailureCode code, String message) {
    byte[] reply = host.refusal(this, header, code, message);
    if (header.type() != TMessageType.ONEWAY) {
      send(reply);
    }
  }

  /** Called by a worker, on its own thread. */
  void answerLater(Request request, byte[] bytes) {
    host.tasks()
        .execute(
            () -> {
              if (waiting == request) {
                waiting = null;
                outbox.owe();
                send(bytes);
                proceed();
              }
            });
  }

  private void send(byte[] bytes) {
    outbox.put(bytes);
    try {
      send();
    } catch (IOException e) {
      close("broken");
    }
  }

  private void send() throws IOException {
    if (outbox.send() && last) {
      close("answered_last");
    }
  }

  /** Answers in the stead of a worker that has not. */
  void giveUp(Request request, FailureCode code, String message) {
    request.abandon();
    waiting = null;
    outbox.owe();
    refuse(request.header(), code, message);
    proceed();
  }

  // --- Time --------------------------------------------------------------------------------------

  /** Ends what has taken too long. */
  void tick(long now) {
    boolean replying = !outbox.isEmpty() && !receiver.answered();
    switch (Overdue.of(now, host.timeouts(), pace, waiting, replying, midRequest())) {
      case VERDICT -> {
        if (waiting != null) {
          giveUp(waiting, FailureCode.TIMEOUT, "no verdict in time");
        }
      }
      case REPLY -> close("reply_not_taken");
      case REQUEST -> timeOut();
      case NEXT_REQUEST -> close("idle");
      case NOTHING -> {}
    }
  }

  private void timeOut() {
    CallHeader header = receiver.unanswered();
    if (header == null) {
      close("timeout");
      return;
    }
    last = true;
    refuse(header, FailureCode.TIMEOUT, receiver.progress() + " in time");
    updateInterest();
  }

  // --- State -------------------------------------------------------------------------------------

  String peer() {
    return peer;
  }

  Pace pace() {
    return pace;
  }

  boolean midRequest() {
    return waiting == null && receiver.midRequest();
  }

  @Nullable Request waiting() {
    return waiting;
  }

  /** Whether closing it now costs its client no reply. */
  boolean owesNothing() {
    return waiting == null && outbox.isEmpty();
  }

  private void startTask() {
    Runnable task = closed || taskRunning ? null : channel.task();
    if (task != null) {
      taskRunning = true;
      host.tasks()
          .executeElsewhere(
              task,
              () -> {
                taskRunning = false;
                proceed();
              });
    }
  }

  private void updateInterest() {
    if (!closed && key.isValid()) {
      int read = receiving() && !taskRunning ? SelectionKey.OP_READ : 0;
      int write = !outbox.isEmpty() || channel.wantsToWrite() ? SelectionKey.OP_WRITE : 0;
      key.interestOps(read | write);
    }
  }

  @Override
  public void close(String why) {
    if (closed) {
      return;
    }
    closed = true;
    Request request = waiting;
    if (request != null) {
      request.abandon();
      waiting = null;
      outbox.owe();
    }
    outbox.discard();
    receiver.close();
    key.cancel();
    channel.close();
    host.closed(this, why);
  }
}
