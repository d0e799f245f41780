package io.github.blurdetect.dataset.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /**
   * Up to four significant digits, without trailing zeros or exponent: {@code 0.25}, {@code 12}.
   */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  /** Three significant digits, but all of those before the point. */
  static String rounded(double value) {
    return Math.abs(value) >= 1000
        ? Long.toString(Math.round(value))
        : new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /** A fixed number of digits after the point, or a dash for NaN. */
  static String fixed(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** A share as a percentage with one digit, or a dash where the whole is 0. */
  static String percent(int part, int whole) {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }
}
