package io.github.blurdetect.service.internal.net;

import io.github.blurdetect.service.internal.wire.CallHeader;
import io.github.blurdetect.service.internal.wire.MessageBytes;

/** A request that has arrived whole and waits for its reply. */
public final class Request {
  private final Connection connection;
  private final CallHeader header;
  private final MessageBytes message;
  private final int bytes;
  private final long arrived = System.nanoTime();
  private volatile boolean abandoned;

  Request(Connection connection, CallHeader header, MessageBytes message) {
    this.connection = connection;
    this.header = header;
    this.message = message;
    this.bytes = message.length();
  }

  /**
   * Returns how long the message was, also after its memory was released.
   *
   * @return bytes, head included
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Sends the reply, from any thread. Whoever calls this releases the message.
   *
   * @param reply the message's bytes; none for a one-way call
   */
  public void answer(byte[] reply) {
    connection.answerLater(this, reply);
  }

  /**
   * Returns the head of the message.
   *
   * @return name, number and style of the call
   */
  public CallHeader header() {
    return header;
  }

  /**
   * Returns the message.
   *
   * @return its bytes, head included
   */
  public MessageBytes message() {
    return message;
  }

  /**
   * Returns when the message had arrived whole.
   *
   * @return as {@link System#nanoTime()}
   */
  public long arrived() {
    return arrived;
  }

  /**
   * Returns who sent it.
   *
   * @return address and port
   */
  public String peer() {
    return connection.peer();
  }

  /**
   * Says whether the reply would reach nobody: the time for it is over or the connection is gone.
   *
   * @return whether scoring can be left out
   */
  public boolean abandoned() {
    return abandoned;
  }

  void abandon() {
    abandoned = true;
  }
}
