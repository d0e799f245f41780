package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.internal.wire.CallHeader;
import io.github.blurdetect.service.internal.wire.MessageBytes;
import io.github.blurdetect.service.internal.wire.MessageScanner;
import io.github.blurdetect.service.internal.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.thrift.protocol.TMessageType;
import org.jspecify.annotations.Nullable;

/** Finds requests in the bytes that arrive on a connection. Confined to the I/O thread. */
final class Receiver {
  private static final int READS_IN_A_ROW = 16;

  /** What becomes of what is found. */
  interface Owner {
    /** Whether more is to be read now. */
    boolean receiving();

    /** Takes a request that expects a reply; whoever takes it releases the message. */
    void complete(CallHeader header, MessageBytes message);

    /** Replies that a request which is still arriving will not be accepted. */
    void refuse(CallHeader header, MessageScanner.Refusal refusal);

    /** Continues later, when others have had their turn. */
    void later();

    /** Ends the connection. */
    void close(String why);
  }

  private final Owner owner;
  private final ConnectionHost host;
  private final Inbox inbox;
  private final MessageScanner scanner;
  private final Pace pace;
  private boolean answered;

  Receiver(Owner owner, ConnectionHost host, Channel channel, MessageScanner scanner, Pace pace) {
    this.owner = owner;
    this.host = host;
    this.inbox = new Inbox(channel);
    this.scanner = scanner;
    this.pace = pace;
  }

  /** Reads as long as there are bytes and the owner wants them. */
  void receive() throws IOException {
    for (int i = 0; owner.receiving(); i++) {
      if (i == READS_IN_A_ROW) {
        owner.later();
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
    ByteBuffer ahead = inbox.takeAhead();
    if (ahead != null) {
      return ahead;
    }
    ByteBuffer in = inbox.read(host.readBuffer());
    if (inbox.ended()) {
      owner.close(midRequest() ? "by_peer_amid_request" : "by_peer");
    }
    if (in != null) {
      host.received(in.remaining());
      if (midRequest()) {
        pace.progress();
      } else {
        pace.begin();
      }
    }
    return in;
  }

  private void consume(ByteBuffer in) throws WireException {
    while (in.hasRemaining() && owner.receiving()) {
      boolean complete = scanner.feed(in);
      MessageScanner.Refusal refusal = scanner.refusal();
      CallHeader header = scanner.header();
      if (refusal != null && header != null && !answered) {
        answered = true;
        owner.refuse(header, refusal);
      }
      if (complete && !inbox.closed()) {
        complete(header);
      }
    }
    inbox.putBack(in);
  }

  private void complete(@Nullable CallHeader header) {
    boolean reply = !answered;
    answered = false;
    pace.begin();
    MessageBytes message = scanner.take();
    if (header == null || !reply || header.type() == TMessageType.ONEWAY) {
      message.release();
    } else {
      owner.complete(header, message);
    }
  }

  /** Whether a part of a request has arrived. */
  boolean midRequest() {
    return scanner.arrived() > 0;
  }

  /** Whether the request that is still arriving has got its reply already. */
  boolean answered() {
    return answered;
  }

  /** The head of the request that is arriving, if so much of it is here and it awaits a reply. */
  @Nullable CallHeader unanswered() {
    CallHeader header = scanner.header();
    return header == null || answered || header.type() == TMessageType.ONEWAY ? null : header;
  }

  /** How much of the request is here. */
  String progress() {
    return scanner.arrived() + " of " + scanner.size() + " bytes or more arrived";
  }

  /** The size of the request that is arriving, as far as it is known. */
  long size() {
    return scanner.size();
  }

  /** Frees memory; nothing is received any more. */
  void close() {
    scanner.discard();
    inbox.close();
  }
}
