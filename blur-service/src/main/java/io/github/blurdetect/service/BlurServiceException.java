package io.github.blurdetect.service;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to a blur service got no verdict. */
public final class BlurServiceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, from the client's point of view. */
  public enum Problem {
    /** No connection could be made. */
    NOT_CONNECTED,
    /** The connection ended before the reply was there. */
    DISCONNECTED,
    /** The reply, or a free connection of the pool, did not come in time. */
    TIMEOUT,
    /** The server replied that it gives no verdict. */
    FAILED,
    /** What came is no reply of a blur service. */
    PROTOCOL,
    /** The calling thread was interrupted. */
    INTERRUPTED
  }

  private final Problem problem;
  private final @Nullable FailureCode code;

  /**
   * Makes an exception.
   *
   * @param problem what went wrong
   * @param message the same for people
   * @param cause what was thrown below, if anything
   */
  public BlurServiceException(Problem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = Objects.requireNonNull(problem, "problem");
    this.code = problem == Problem.FAILED ? FailureCode.of(message).orElse(null) : null;
  }

  /**
   * Returns what went wrong.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }

  /**
   * Returns why the server gave no verdict.
   *
   * @return empty unless the problem is {@link Problem#FAILED} and the server names a known code
   */
  public Optional<FailureCode> code() {
    return Optional.ofNullable(code);
  }

  /**
   * Says whether it is safe, and may help, to send the same image again.
   *
   * <p>A verdict changes nothing at the server, so sending again is always harmless; after a
   * timeout it would only add to the load.
   *
   * @return true if the connection failed or the server was overloaded or going down
   */
  public boolean retryable() {
    return switch (problem) {
      case NOT_CONNECTED, DISCONNECTED -> true;
      case FAILED -> code != null && code.retryable();
      case TIMEOUT, PROTOCOL, INTERRUPTED -> false;
    };
  }
}
