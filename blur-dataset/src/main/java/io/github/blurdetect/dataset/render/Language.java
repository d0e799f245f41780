package io.github.blurdetect.dataset.render;

/** What a rendered document is written in. */
public enum Language {
  /** Simplified Chinese. */
  CHINESE("zh"),
  /** English. */
  ENGLISH("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /**
   * Returns the language's code.
   *
   * @return ISO 639-1
   */
  public String code() {
    return code;
  }
}
