package io.github.blurdetect.service.internal.settings;

import io.github.blurdetect.service.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a setting and where it came from.
 *
 * @param setting which
 * @param text as it was typed; empty for none
 * @param source for messages: a flag, a variable, a file, or the default
 */
public record Value(Setting setting, String text, String source) {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d+)\\s*([A-Za-z]*)");
  private static final Map<String, Long> SIZES =
      Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "", 1_000L, "m", 60_000L, "h", 3_600_000L);

  /**
   * Returns the text, if there is any.
   *
   * @return empty for none
   */
  public Optional<String> optional() {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /**
   * Reads a file's name.
   *
   * @return empty for none
   */
  public Optional<Path> path() {
    return optional().map(Path::of);
  }

  /**
   * Reads a whole number.
   *
   * @return the number
   * @throws IllegalArgumentException if it is none
   */
  public int integer() {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw expected("a whole number");
    }
  }

  /**
   * Reads a number.
   *
   * @return the number
   * @throws IllegalArgumentException if it is none
   */
  public double number() {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw expected("a number");
    }
  }

  /**
   * Reads yes or no.
   *
   * @return the value
   * @throws IllegalArgumentException if it is neither {@code true} nor {@code false}
   */
  public boolean bool() {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw expected("true or false");
    };
  }

  /**
   * Reads a size.
   *
   * @return bytes
   * @throws IllegalArgumentException if it is none
   */
  public long bytes() {
    return scaled(SIZES, "bytes, or a number with KiB, MiB or GiB");
  }

  /**
   * Reads a time.
   *
   * @return the duration
   * @throws IllegalArgumentException if it is none
   */
  public Duration duration() {
    return Duration.ofMillis(scaled(MILLIS, "seconds, or a number with ms, s, m or h"));
  }

  private long scaled(Map<String, Long> units, String what) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw expected(what);
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    } catch (ArithmeticException | NumberFormatException e) {
      throw expected(what);
    }
  }

  /**
   * Makes the exception for a value that cannot be understood.
   *
   * @param what was expected
   * @return to be thrown
   */
  public IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        setting.key() + " is '" + text + "' (" + source + "), expected " + what);
  }
}
