package io.github.blurdetect.service.internal;

/**
 * A structured log line: {@code event=request peer=127.0.0.1:4711 msg="no image"}.
 *
 * <p>Values with spaces, quotes or equals signs are quoted; control characters are escaped, so that
 * nothing a peer sends can begin a line of its own. Not safe for use by many threads.
 */
public final class LogLine {
  private final StringBuilder text = new StringBuilder();

  private LogLine() {}

  /**
   * Starts a line.
   *
   * @param event what happened
   * @return a new line
   */
  public static LogLine of(String event) {
    return new LogLine().with("event", event);
  }

  /**
   * Adds a field.
   *
   * @param key a plain word
   * @param value its text is written
   * @return this
   */
  public LogLine with(String key, Object value) {
    if (text.length() > 0) {
      text.append(' ');
    }
    text.append(key).append('=');
    String plain = value.toString();
    if (plain.isEmpty() || plain.chars().anyMatch(LogLine::needsQuotes)) {
      quote(plain);
    } else {
      text.append(plain);
    }
    return this;
  }

  /**
   * Adds a duration in milliseconds.
   *
   * @param key a plain word
   * @param nanos the duration
   * @return this
   */
  public LogLine millis(String key, long nanos) {
    return with(key, nanos / 1_000 / 1_000.0);
  }

  private static boolean needsQuotes(int c) {
    return c <= ' ' || c == '"' || c == '=' || c == '\\' || Character.isISOControl(c);
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
