package io.github.blurdetect.service;

import java.util.Locale;
import java.util.Optional;

/**
 * Why a request got no verdict. The {@code msg} of a failure reply begins with the code's {@link
 * #text()} and a colon.
 */
public enum FailureCode {
  /** The image has no bytes. */
  EMPTY(false),
  /** The bytes begin like no image format. */
  NOT_AN_IMAGE(false),
  /** The image ends before it is complete. */
  TRUNCATED(false),
  /** The bytes contradict the image format. */
  CORRUPT(false),
  /** The image has more bytes or pixels than the server allows. */
  TOO_LARGE(false),
  /** The image is of a kind that is not read. */
  UNSUPPORTED(false),
  /** The server has as much to do as it may take on; the image was not looked at. */
  OVERLOADED(true),
  /** The server is going down; the image was not looked at. */
  STOPPING(true),
  /** The request did not arrive, or was not answered, in time. */
  TIMEOUT(false),
  /** Decoding or scoring the image took more memory than there is. */
  OUT_OF_MEMORY(false),
  /** The server erred; its log has the details. */
  INTERNAL(false);

  private final boolean retryable;

  FailureCode(boolean retryable) {
    this.retryable = retryable;
  }

  /**
   * Says whether the same request may succeed a little later, or at another server.
   *
   * @return false if sending it again is of no use, or would add to the load that made it fail
   */
  public boolean retryable() {
    return retryable;
  }

  /**
   * Returns the code as it stands in messages and metrics.
   *
   * @return the name in lower case
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the code at the beginning of a failure reply's message.
   *
   * @param message the reply's {@code msg}
   * @return the code; empty for messages of other servers
   */
  public static Optional<FailureCode> of(String message) {
    for (FailureCode code : values()) {
      if (message.startsWith(code.text() + ":")) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
