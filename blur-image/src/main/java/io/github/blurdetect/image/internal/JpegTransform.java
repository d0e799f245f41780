package io.github.blurdetect.image.internal;

import java.util.Arrays;

/**
 * The inverse cosine transform of many blocks at once, to 8 x 8 pixels or to the 4 x 4 averages of
 * 2 x 2 of them. Array {@code k} holds coefficient {@code k} (row by row) of every block, so that
 * C2 vectorises the loops over the blocks; it vectorises short ones only, hence a loop a sum.
 *
 * <p>Factors in 13-bit fixed point and both roundings are those of libjpeg's default transforms,
 * after Loeffler, Ligtenberg and Moschytz (1989, doi:10.1109/ICASSP.1989.266596), so that results
 * are bit for bit the same: there, factors are applied to sums that outputs share, and integers add
 * up to the same either way. Dequantised coefficients of sound images stay under 2^12, sums under
 * 2^31; of absurd ones they wrap around, and the pixels are as absurd.
 */
final class JpegTransform {
  static final int SIDE = 8;

  private static final int BITS = 13; // of the factors' fractions
  private static final int ONE = 1 << BITS;
  private static final int KEPT = 2; // more bits between columns and rows

  private static final int A = fixed(0.541196100);
  private static final int B = fixed(1.175875602);
  private static final int C = fixed(0.899976223);
  private static final int D = fixed(2.562915447);
  private static final int E = B - fixed(1.961570560);
  private static final int F = B - fixed(0.390180644);

  /** By pixel 0 to 3, the same for 7 to 4: factors of coefficients 0, 4, 2 and 6. */
  private static final int[][] EVEN_8 = {
    {ONE, ONE, A + fixed(0.765366865), A},
    {ONE, -ONE, A, A - fixed(1.847759065)},
    {ONE, -ONE, -A, fixed(1.847759065) - A},
    {ONE, ONE, -A - fixed(0.765366865), -A}
  };

  /** By pixel 0 to 3, the opposite for 7 to 4: factors of coefficients 1, 3, 5 and 7. */
  private static final int[][] ODD_8 = {
    {fixed(1.501321110) - C + F, B, F, B - C},
    {B, fixed(3.072711026) - D + E, B - D, E},
    {F, B - D, fixed(2.053119869) - D + F, B},
    {B - C, E, B, fixed(0.298631336) - C + E}
  };

  /** The same for twice the averages of two pixels, 0 and 1; coefficient 4 cancels out. */
  private static final int[][] EVEN_4 = {
    {2 * ONE, 0, average(2, 0), average(6, 0)}, {2 * ONE, 0, average(2, 1), average(6, 1)}
  };

  private static final int[][] ODD_4 = {
    {average(1, 0), average(3, 0), average(5, 0), average(7, 0)},
    {average(1, 1), average(3, 1), average(5, 1), average(7, 1)}
  };

  private static final int[] ONES = new int[SIDE * SIDE];

  static {
    Arrays.fill(ONES, 1);
  }

  private final int[] factors;
  private final int[][] even;
  private final int[][] odd;

  /**
   * Prepares.
   *
   * @param blocks at most
   * @param factors to multiply a block's coefficients by, row by row
   */
  JpegTransform(int blocks, int[] factors) {
    this.factors = factors;
    even = new int[SIDE / 2][blocks];
    odd = new int[SIDE / 2][blocks];
  }

  private static int fixed(double factor) {
    return (int) Math.round(factor * ONE);
  }

  /** Twice the mean of a cosine over pixels 2 * place and 2 * place + 1. */
  private static int average(int coefficient, int place) {
    double half = coefficient * Math.PI / 16;
    return fixed(2 * Math.sqrt(2) * Math.cos(half) * Math.cos((4 * place + 2) * half));
  }

  /** Makes 8 x 8 pixels of the blocks, in place: 128 less than they are, and not yet limited. */
  void full(int[][] blocks, int count) {
    for (int column = 0; column < SIDE; column++) {
      line(blocks, factors, column, SIDE, EVEN_8, ODD_8, BITS - KEPT, count);
    }
    for (int row = 0; row < SIDE; row++) {
      line(blocks, ONES, SIDE * row, 1, EVEN_8, ODD_8, BITS + KEPT + 3, count);
    }
  }

  /** Makes the first 4 of the first 4 rows the averages of 2 x 2 pixels, as {@link #full}. */
  void half(int[][] blocks, int count) {
    for (int column = 0; column < SIDE; column++) {
      if (column != SIDE / 2) {
        line(blocks, factors, column, SIDE, EVEN_4, ODD_4, BITS - KEPT + 1, count);
      }
    }
    for (int row = 0; row < SIDE / 2; row++) {
      line(blocks, ONES, SIDE * row, 1, EVEN_4, ODD_4, BITS + KEPT + 3 + 1, count);
    }
  }

  private void line(
      int[][] b,
      int[] scale,
      int from,
      int step,
      int[][] evens,
      int[][] odds,
      int shift,
      int count) {
    int half = evens.length;
    int[] evenPlaces = {from, from + 4 * step, from + 2 * step, from + 6 * step};
    int[] oddPlaces = {from + step, from + 3 * step, from + 5 * step, from + 7 * step};
    for (int k = 0; k < half; k++) {
      sum(b, evenPlaces, scale, evens[k], 1 << shift - 1, even[k], count);
      sum(b, oddPlaces, scale, odds[k], 0, odd[k], count);
    }
    for (int k = 0; k < half; k++) {
      mirror(
          even[k], odd[k], shift, b[from + k * step], b[from + (2 * half - 1 - k) * step], count);
    }
  }

  private static void sum(
      int[][] b, int[] places, int[] scale, int[] factors, int add, int[] out, int count) {
    sum(
        b[places[0]],
        b[places[1]],
        b[places[2]],
        b[places[3]],
        factors[0] * scale[places[0]],
        factors[1] * scale[places[1]],
        factors[2] * scale[places[2]],
        factors[3] * scale[places[3]],
        add,
        out,
        count);
  }

  private static void sum(
      int[] a,
      int[] b,
      int[] c,
      int[] d,
      int fa,
      int fb,
      int fc,
      int fd,
      int add,
      int[] out,
      int count) {
    for (int i = 0; i < count; i++) {
      out[i] = a[i] * fa + b[i] * fb + c[i] * fc + d[i] * fd + add;
    }
  }

  private static void mirror(int[] even, int[] odd, int shift, int[] a, int[] b, int count) {
    for (int i = 0; i < count; i++) {
      int e = even[i];
      int o = odd[i];
      a[i] = e + o >> shift;
      b[i] = e - o >> shift;
    }
  }
}
