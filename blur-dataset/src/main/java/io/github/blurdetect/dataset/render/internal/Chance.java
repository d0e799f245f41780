package io.github.blurdetect.dataset.render.internal;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws from lists and patterns. */
final class Chance {

  private Chance() {}

  static <T> T pick(RandomGenerator random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  static String pick(RandomGenerator random, String spaced) {
    return pick(random, List.of(spaced.split(" ")));
  }

  /** Replaces each # by a digit, each ? by a capital and each ^ by a digit but 0. */
  static String fill(RandomGenerator random, String pattern) {
    StringBuilder text = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      text.append(
          switch (c) {
            case '#' -> (char) ('0' + random.nextInt(10));
            case '^' -> (char) ('1' + random.nextInt(9));
            case '?' -> (char) ('A' + random.nextInt(26));
            default -> c;
          });
    }
    return text.toString();
  }

  /** An amount with two decimals and thousands parted by commas. */
  static String amount(double value) {
    return String.format(java.util.Locale.ROOT, "%,.2f", value);
  }

  /** A price between two bounds, evenly in its logarithm. */
  static double price(RandomGenerator random, double low, double high) {
    double value = Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    return Math.round(value * 100) / 100.0;
  }
}
