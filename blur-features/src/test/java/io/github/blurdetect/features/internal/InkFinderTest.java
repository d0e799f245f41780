package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ink and what it is made of against versions written straight from the definitions. */
class InkFinderTest {

  @ParameterizedTest
  @CsvSource({"1,1", "1,40", "40,1", "5,40", "31,31", "33,20", "70,50", "64,33"})
  void ink_anySize_matchesNaive(int width, int height) {
    LumaPlane noise = TestData.random(width, height, width + 7, 7);
    for (LumaPlane in : new LumaPlane[] {noise, Planes.smooth(noise), strokes(width, height)}) {
      for (double floor : new double[] {0, 2.5, 20}) {
        byte[] ink = InkFinder.find(in, floor);
        assertThat(ink).hasSize(width * height);
        for (int i = 0; i < ink.length; i++) {
          int expected = naiveInk(in, i % width, i / width, floor);
          assertThat(ink[i] & 0xFF).as("pixel %d, floor %f", i, floor).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void ink_blackOnWhite_isFoundAtBothEndsOfTheScale() {
    byte[] data = new byte[60 * 50];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (i % 60 / 4 % 3 == 1 ? 0 : 255);
    }
    LumaPlane in = new LumaPlane(data, 60, 50, 60);
    byte[] ink = InkFinder.find(in, 2.5);
    for (int i = 0; i < ink.length; i++) {
      assertThat(ink[i] & 0xFF).as("%d", i).isEqualTo(naiveInk(in, i % 60, i / 60, 2.5));
    }
    assertThat(ink[25 * 60 + 30]).isNotZero();
    assertThat(InkFinder.find(new LumaPlane(new byte[900], 30, 30, 30), 0)).containsOnly(0);
  }

  /** Bars of several widths and depths on uneven, slightly noisy paper. */
  private static LumaPlane strokes(int width, int height) {
    SplittableRandom random = new SplittableRandom(width);
    byte[] data = new byte[width * height];
    for (int i = 0; i < data.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean bar = x % 23 < 1 + y / 9 % 5 && y % 19 > 3 || y % 29 > 25;
      data[i] = (byte) (150 + x + random.nextInt(4) - (bar ? 9 + 30 * (y / 13 % 4) : 0));
    }
    return new LumaPlane(data, width, height, width);
  }

  private static int naiveInk(LumaPlane in, int x, int y, double floor) {
    long[] window = naiveWindow(in, x, y);
    long count = window[0];
    double depth = window[1] - count * in.get(x, y);
    double spread = count * window[2] - window[1] * window[1];
    boolean dark = depth > 0 && depth * depth * 256 > 41 * spread;
    if (!dark || spread <= Math.floor(floor * floor * count * count)) {
      return 0;
    }
    boolean valley = naiveValley(in, x, y) > window[1] / count;
    return valley ? (int) Math.max(1, Math.floor(depth / count)) : 0;
  }

  /** Pixels, their sum and their squares' sum. */
  private static long[] naiveWindow(LumaPlane in, int x, int y) {
    long[] window = new long[3];
    for (int v = Math.max(0, y - 15); v <= Math.min(in.height() - 1, y + 15); v++) {
      for (int u = Math.max(0, x - 15); u <= Math.min(in.width() - 1, x + 15); u++) {
        window[0]++;
        window[1] += in.get(u, v);
        window[2] += in.get(u, v) * in.get(u, v);
      }
    }
    return window;
  }

  private static int naiveValley(LumaPlane in, int x, int y) {
    return Math.max(
        Math.min(brightest(in, x, y, -1, 0), brightest(in, x, y, 1, 0)),
        Math.min(brightest(in, x, y, 0, -1), brightest(in, x, y, 0, 1)));
  }

  private static int brightest(LumaPlane in, int x, int y, int dx, int dy) {
    int brightest = 0;
    for (int k = 1; k <= 16; k++) {
      int u = x + k * dx;
      int v = y + k * dy;
      if (u >= 0 && v >= 0 && u < in.width() && v < in.height()) {
        brightest = Math.max(brightest, in.get(u, v));
      }
    }
    return brightest;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,50", "50,3", "16,17", "33,40", "80,33"})
  void windowSums_anySize_matchNaive(int width, int height) {
    LumaPlane in = TestData.random(width, height, width + 2, 41);
    WindowSums windows = new WindowSums(in);
    for (int y = 0; y < height; y++) {
      long[] sums = windows.next();
      assertThat(sums).hasSize(width);
      for (int x = 0; x < width; x++) {
        long[] expected = naiveWindow(in, x, y);
        assertThat(sums[x] & WindowSums.SUM).isEqualTo(expected[1]);
        assertThat(sums[x] >>> WindowSums.SQUARES_FROM).isEqualTo(expected[2]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,50", "50,3", "16,17", "33,40", "80,33", "7,18"})
  void valleys_anySize_matchNaive(int width, int height) {
    LumaPlane in = TestData.random(width, height, width + 3, 42);
    Valleys valleys = new Valleys(in);
    byte[] levels = new byte[width];
    byte[] pixels = new byte[width];
    for (int y = 0; y < height; y++) {
      PackedRows.unpack(valleys.next(), levels, 0, width);
      PackedRows.unpack(valleys.pixels(), pixels, 0, width);
      for (int x = 0; x < width; x++) {
        assertThat(levels[x] & 0xFF).as("%d, %d", x, y).isEqualTo(naiveValley(in, x, y));
        assertThat(pixels[x] & 0xFF).isEqualTo(in.get(x, y));
      }
    }
  }

  @Test
  void packedRows_everyPairOfPixels_matchesNaive() {
    long[] a = new long[256 * 256 / 8];
    long[] b = new long[a.length];
    byte[] first = new byte[256 * 256];
    byte[] second = new byte[first.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) (i * 37); // neighbours differ: a carry into the next would show
      second[i] = (byte) (i * 37 + i / 256);
    }
    PackedRows.pack(first, 0, first.length, a, 0);
    PackedRows.pack(second, 0, second.length, b, 0);
    long[] out = new long[a.length];
    PackedRows.max(a, b, out);
    assertPixels(out, first, second, Math::max);
    PackedRows.min(a, b, out);
    assertPixels(out, first, second, Math::min);
    PackedRows.reached(a, b, out);
    assertPixels(out, first, second, (p, q) -> p <= q ? p : 0);
    PackedRows.excess(a, b, out);
    assertPixels(out, first, second, (p, q) -> Math.max(0, p - q));
    PackedRows.decrease(a);
    assertPixels(a, first, second, (p, q) -> p > 1 ? p - 1 : p);
  }

  private static void assertPixels(
      long[] row, byte[] first, byte[] second, IntBinaryOperator expected) {
    for (int i = 0; i < first.length; i++) {
      int found = (int) (row[i / 8] >>> i % 8 * 8) & 0xFF;
      assertThat(found).isEqualTo(expected.applyAsInt(first[i] & 0xFF, second[i] & 0xFF));
    }
  }
}
