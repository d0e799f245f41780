package io.github.blurdetect.cli;

import org.jspecify.annotations.Nullable;

/** A verb cannot go on: one line for people, and the exit status. */
public final class VerbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * Makes an exception with the status {@link ExitCodes#FAILED}.
   *
   * @param message what went wrong, and what to do about it
   */
  public VerbException(String message) {
    this(ExitCodes.FAILED, message, null);
  }

  /**
   * Makes an exception.
   *
   * @param exitCode the exit status, one of {@link ExitCodes}
   * @param message what went wrong, and what to do about it
   * @param cause what was thrown below; shown with {@code --debug}
   */
  public VerbException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /**
   * Returns the exit status.
   *
   * @return one of {@link ExitCodes}
   */
  public int exitCode() {
    return exitCode;
  }
}
