package io.github.blurdetect.image;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An image could not be read. The message says what was expected, what was found, and where. */
public final class ImageDecodeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kept an image from being read. */
  public enum Problem {
    /** There are no bytes. */
    EMPTY,
    /** The bytes begin like no image format. */
    NOT_AN_IMAGE,
    /** The image ends before it is complete. */
    TRUNCATED,
    /** The bytes contradict the format, a check sum or themselves. */
    CORRUPT,
    /** The image has more pixels or bytes than the limits allow. */
    TOO_LARGE,
    /** There is no such file. */
    NOT_FOUND,
    /** The path is a directory. */
    DIRECTORY,
    /** The file or stream could not be read. */
    UNREADABLE,
    /** The image is of a format, or a kind within a format, that this decoder does not read. */
    UNSUPPORTED
  }

  private final Problem problem;

  /**
   * Makes an exception.
   *
   * @param problem what kind of failure
   * @param message what was expected, what was found, and where
   */
  public ImageDecodeException(Problem problem, String message) {
    this(problem, message, null);
  }

  /**
   * Makes an exception with its cause.
   *
   * @param problem what kind of failure
   * @param message what was expected, what was found, and where
   * @param cause what went wrong below, if known
   */
  public ImageDecodeException(Problem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /**
   * Returns the kind of failure, for programs.
   *
   * @return never null
   */
  public Problem problem() {
    return problem;
  }

  /** Returns the same failure with the name of what was being read put before the message. */
  ImageDecodeException in(Object source) {
    ImageDecodeException named =
        new ImageDecodeException(problem, source + ": " + getMessage(), getCause());
    named.setStackTrace(getStackTrace());
    return named;
  }
}
