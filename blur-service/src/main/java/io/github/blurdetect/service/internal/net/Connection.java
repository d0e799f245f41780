package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.FailureCode;
import io.github.blurdetect.service.internal.wire.CallHeader;
import io.github.blurdetect.service.internal.wire.MessageScanner;
import io.github.blurdetect.service.internal.wire.Replies;
import io.github.blurdetect.service.internal.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.apache.thrift.protocol.TMessageType;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: receives a request, awaits its reply, sends it, and so on.
 *
 * <p>Requests on one connection are answered one after the other, in their order: what a client
 * sends ahead stays in its socket. Confined to the I/O thread, except where a method says so.
 */
final class Connection {
  private static final int READS_IN_A_ROW = 16;

  private final IoLoop loop;
  private final Channel channel;
  private final SelectionKey key;
  private final String peer;
  private final MessageScanner scanner;

  private long lastProgress = System.nanoTime();
  private long began = lastProgress; // of the request that is being received
  private @Nullable ByteBuffer ahead; // bytes read beyond the end of a request
  private @Nullable Request waiting; // handed to the workers
  private @Nullable ByteBuffer reply; // not yet sent to its end
  private boolean answered; // the request still being received has got its reply already
  private boolean owed; // the reply that is being sent is that of an accepted request
  private boolean last; // nothing is read any more; the reply being sent is the last
  private boolean taskRunning;
  private boolean closed;

  Connection(IoLoop loop, Channel channel, SelectionKey key, String peer, MessageScanner scanner) {
    this.loop = loop;
    this.channel = channel;
    this.key = key;
    this.peer = peer;
    this.scanner = scanner;
  }

  String peer() {
    return peer;
  }

  // --- Receiving ---------------------------------------------------------------------------------

  /** Does all that can be done now; called when the socket is ready and whenever things change. */
  void proceed() {
    loop.busyWith(this);
    try {
      if (reply != null && !closed) {
        send();
      }
      receive();
      startTask();
      updateInterest();
    } catch (WireException e) {
      loop.event("garbage", this, String.valueOf(e.getMessage()));
      close("garbage");
    } catch (IOException e) {
      loop.event("broken", this, e.toString());
      close("broken");
    } catch (RuntimeException | Error e) {
      loop.defect(e);
      close("defect");
    }
  }

  private boolean receiving() {
    return !closed && !last && waiting == null && (reply == null || answered);
  }

  private void receive() throws IOException {
    for (int i = 0; receiving(); i++) {
      if (i == READS_IN_A_ROW) {
        loop.execute(this::proceed); // others first
        return;
      }
      ByteBuffer in = next();
      if (in == null) {
        return;
      }
      consume(in);
    }
  }

  private @Nullable ByteBuffer next() throws IOException {
    ByteBuffer in = ahead;
    if (in != null) {
      ahead = null;
      return in;
    }
    in = loop.readBuffer();
    int count = channel.read(in);
    if (count < 0) {
      close(scanner.arrived() == 0 ? "by_peer" : "by_peer_amid_request");
      return null;
    }
    if (count == 0) {
      return null;
    }
    loop.metrics().received(count);
    progress();
    return in.flip();
  }

  private void progress() {
    lastProgress = System.nanoTime();
    if (scanner.arrived() == 0) {
      began = lastProgress;
    }
  }

  private void consume(ByteBuffer in) throws WireException {
    while (in.hasRemaining() && receiving()) {
      boolean complete = scanner.feed(in);
      MessageScanner.Refusal refusal = scanner.refusal();
      CallHeader header = scanner.header();
      if (refusal != null && header != null && !answered) {
        refuse(header, refusal);
      }
      if (complete && !closed) {
        complete();
      }
    }
    if (in.hasRemaining() && !closed) {
      ahead = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }
  }

  private void refuse(CallHeader header, MessageScanner.Refusal refusal) {
    answered = true;
    if (refusal == MessageScanner.Refusal.TOO_LARGE) {
      refuse(header, FailureCode.TOO_LARGE, loop.tooLarge(scanner.size()));
    } else {
      refuse(header, FailureCode.OVERLOADED, "requests being received take all memory; try later");
    }
  }

  private void complete() {
    CallHeader header = scanner.header();
    boolean reply = !answered;
    answered = false;
    lastProgress = System.nanoTime();
    began = lastProgress;
    if (header == null || !reply || header.type() == TMessageType.ONEWAY) {
      scanner.take().release();
    } else {
      hand(header, new Request(this, header, scanner.take()));
    }
  }

  private void hand(CallHeader header, Request request) {
    if (loop.stopping()) {
      request.message().release();
      last = true;
      refuse(header, FailureCode.STOPPING, "the server is going down; try another or later");
    } else if (loop.accept(request)) {
      waiting = request;
    } else {
      request.message().release();
      refuse(header, FailureCode.OVERLOADED, loop.queueFull());
    }
  }

  // --- Answering ---------------------------------------------------------------------------------

  private void refuse(CallHeader header, FailureCode code, String message) {
    loop.metrics().answered(code.text());
    loop.event("refused_" + code.text(), this, message);
    if (header.type() != TMessageType.ONEWAY) {
      send(Replies.refusal(header, loop.failure(code, message)));
    }
  }

  /** Called by a worker, on its own thread. */
  void answerLater(Request request, byte[] bytes) {
    loop.execute(
        () -> {
          if (waiting == request) {
            waiting = null;
            owed = true;
            send(bytes);
            proceed();
          }
        });
  }

  private void send(byte[] bytes) {
    reply = ByteBuffer.wrap(bytes);
    lastProgress = System.nanoTime();
    try {
      send();
    } catch (IOException e) {
      close("broken");
    }
  }

  private void send() throws IOException {
    ByteBuffer bytes = reply;
    if (bytes == null) {
      return;
    }
    int before = bytes.remaining();
    boolean sent = channel.write(bytes);
    if (bytes.remaining() < before) {
      lastProgress = System.nanoTime();
    }
    if (sent) {
      reply = null;
      settle();
      if (last) {
        close("answered_last");
      }
    }
  }

  private void settle() {
    if (owed) {
      owed = false;
      loop.settled();
    }
  }

  // --- Time --------------------------------------------------------------------------------------

  /** Ends what has taken too long. */
  void tick(long now) {
    Request request = waiting;
    if (request != null) {
      if (now - request.arrived() > loop.timeouts().score().toNanos()) {
        giveUp(request, FailureCode.TIMEOUT, "no verdict in time");
      }
    } else if (reply != null && !answered) {
      if (stalledFor(now) > loop.timeouts().read().toNanos()) {
        close("reply_not_taken");
      }
    } else if (midRequest()) {
      if (stalledFor(now) > loop.timeouts().read().toNanos()
          || now - began > loop.timeouts().request().toNanos()) {
        timeOut();
      }
    } else if (stalledFor(now) > loop.timeouts().idle().toNanos()) {
      close("idle");
    }
  }

  private void timeOut() {
    CallHeader header = scanner.header();
    if (header == null || answered || header.type() == TMessageType.ONEWAY) {
      close("timeout");
      return;
    }
    last = true;
    String message = scanner.arrived() + " of " + scanner.size() + " bytes or more arrived in time";
    refuse(header, FailureCode.TIMEOUT, message);
    updateInterest();
  }

  /** Answers in the stead of a worker that has not. */
  void giveUp(Request request, FailureCode code, String message) {
    request.abandon();
    waiting = null;
    owed = true;
    refuse(request.header(), code, message);
    proceed();
  }

  long stalledFor(long now) {
    return now - lastProgress;
  }

  long age(long now) {
    return now - began;
  }

  boolean midRequest() {
    return waiting == null && scanner.arrived() > 0;
  }

  @Nullable Request waiting() {
    return waiting;
  }

  /** Whether closing it now costs its client no reply. */
  boolean owesNothing() {
    return waiting == null && reply == null;
  }

  // --- Housekeeping ------------------------------------------------------------------------------

  private void startTask() {
    Runnable task = closed || taskRunning ? null : channel.task();
    if (task != null) {
      taskRunning = true;
      loop.executeElsewhere(
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
      int write = reply != null || channel.wantsToWrite() ? SelectionKey.OP_WRITE : 0;
      key.interestOps(read | write);
    }
  }

  void close(String why) {
    if (closed) {
      return;
    }
    closed = true;
    Request request = waiting;
    if (request != null) {
      request.abandon();
      waiting = null;
      owed = true;
    }
    settle();
    scanner.discard();
    ahead = null;
    reply = null;
    key.cancel();
    channel.close();
    loop.closed(this, why);
  }
}
