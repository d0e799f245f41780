package io.github.blurdetect.tree.training;

/** XGBoost failed; what it said is in the message. */
public final class TreeTrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what failed
   * @param cause what XGBoost threw
   */
  public TreeTrainingException(String message, Throwable cause) {
    super(message, cause);
  }
}
