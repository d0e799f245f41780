package io.github.blurdetect.bench;

/** Refuses to time what gives a wrong result. */
final class Checks {
  private Checks() {}

  static void equal(String way, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(way + " gives " + found + ", expected " + expected);
    }
  }

  static void close(String way, double[] expected, double[] found) {
    for (int i = 0; i < expected.length; i++) {
      close(way + " value " + i, expected[i], found[i], 1e-9 * Math.abs(expected[i]));
    }
  }

  static void close(String way, double expected, double found, double tolerance) {
    if (!(Math.abs(expected - found) <= tolerance)) {
      throw new IllegalStateException(
          way + " gives " + found + ", expected " + expected + " within " + tolerance);
    }
  }
}
