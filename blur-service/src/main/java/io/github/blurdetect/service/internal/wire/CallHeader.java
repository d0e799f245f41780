package io.github.blurdetect.service.internal.wire;

/**
 * The head of a Thrift message: all that is needed to answer it, whatever follows.
 *
 * @param name the method's name
 * @param type the message's type, one of {@link org.apache.thrift.protocol.TMessageType}
 * @param sequence the caller's number for this call, sent back with the reply
 * @param strict whether the head began with the protocol's version; the reply is written alike
 */
public record CallHeader(String name, byte type, int sequence, boolean strict) {}
