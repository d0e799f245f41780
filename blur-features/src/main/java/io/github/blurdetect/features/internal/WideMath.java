package io.github.blurdetect.features.internal;

/**
 * More loops over 16-bit numbers, beside those of {@link WideRow}, that C2 of JDK 17 vectorises
 * wherever they are inlined: operands of one type are read, another type is written (hence {@code
 * char} and {@code short} by turns, which differ in nothing else here), and all at the same place;
 * whoever wants a neighbour copies the array from there on.
 */
final class WideMath {
  private WideMath() {}

  /** Sets {@code out[i] = a[i] + 2 * b[i] + c[i]}. */
  static void addBinomially(char[] a, char[] b, char[] c, short[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (short) (a[i] + 2 * b[i] + c[i]);
    }
  }

  /** Sets {@code out[i] = a[i] + 2 * b[i] + c[i] + bias}. */
  static void addBinomially(short[] a, short[] b, short[] c, int bias, char[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (char) (a[i] + 2 * b[i] + c[i] + bias);
    }
  }

  /** Sets {@code out[i] = a[i] - b[i]}, or 0 where the mask is 0 and not 2^16 - 1. */
  static void subtract(char[] a, char[] b, char[] mask, short[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (short) (a[i] - b[i] & mask[i]);
    }
  }

  /** Sets {@code out[i] = a[i] ^ b[i]}. */
  static void exclusiveOr(short[] a, short[] b, char[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (char) (a[i] ^ b[i]);
    }
  }

  /** Divides by a power of two, rounding down. */
  static void shiftRight(char[] numbers, int bits, int count) {
    for (int i = 0; i < count; i++) {
      numbers[i] = (char) (numbers[i] >> bits);
    }
  }

  /** Sets {@code out[i] = a[i]^2 + b[i]^2}, less multiples of 2^16. */
  static void addSquares(short[] a, short[] b, char[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = (char) (a[i] * a[i] + b[i] * b[i]);
    }
  }
}
