package io.github.blurdetect.service.internal.wire;

import java.io.IOException;

/** The bytes on a connection are no Thrift message; where the next one begins is unknown. */
public final class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what was expected and what was found
   */
  public WireException(String message) {
    super(message);
  }
}
