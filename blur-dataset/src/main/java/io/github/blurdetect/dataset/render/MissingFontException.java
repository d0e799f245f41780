package io.github.blurdetect.dataset.render;

/** No installed font has the characters that a document needs. */
public final class MissingFontException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is missing, and the package that has it
   */
  public MissingFontException(String message) {
    super(message);
  }
}
