package io.github.blurdetect.dataset.legibility;

import java.io.IOException;

/** The OCR program is missing, failed or did not end. */
public final class OcrException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Problem {
    /** The program, or its data for a language, is not installed. */
    ABSENT,
    /** The program ended with an error. */
    FAILED,
    /** The program did not end in time and was stopped. */
    TIMED_OUT
  }

  private final Problem problem;

  OcrException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /**
   * Returns what went wrong.
   *
   * @return the kind of problem
   */
  public Problem problem() {
    return problem;
  }
}
