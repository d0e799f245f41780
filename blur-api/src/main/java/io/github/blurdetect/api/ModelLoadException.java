package io.github.blurdetect.api;

import org.jspecify.annotations.Nullable;

/** A model is missing, unreadable, or does not fit the scorer that was to use it. */
public final class ModelLoadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what was expected, what was found, and in which model
   */
  public ModelLoadException(String message) {
    super(message);
  }

  /**
   * Makes an exception with its cause.
   *
   * @param message what was expected, what was found, and in which model
   * @param cause what went wrong below, if known
   */
  public ModelLoadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
