package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive against one written straight from its definition. */
class CellPrimitivesTest {

  @ParameterizedTest
  @CsvSource({"40,30,40,false", "33,17,50,true", "5,5,5,false", "3,3,4,true"})
  void energies_anyWindow_matchNaive(int width, int height, int stride, boolean vertical) {
    LumaPlane plane = TestData.random(width, height, stride, 21);
    Window window = new Window(1, 1, width - 1, height - 1);
    double[] sums = new double[4];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int here = plane.get(x, y);
        sums[vertical ? 1 : 0] += Math.pow(plane.get(x + 1, y) - here, 2);
        sums[vertical ? 0 : 1] += Math.pow(plane.get(x, y + 1) - here, 2);
        sums[2] += Math.pow(plane.get(x + 1, y + 1) - here, 2);
        sums[3] += Math.pow(plane.get(x + 1, y - 1) - here, 2);
      }
    }
    CellEnergies energies = new CellEnergies();
    energies.of(TestData.random(40, 9, 40, 3), new Window(1, 1, 30, 8), false);
    double[] found = energies.of(plane, window, vertical);
    for (int d = 0; d < 4; d++) {
      assertThat(found[d]).isCloseTo(sums[d] / window.pixels(), within(1e-9));
    }
  }

  @Test
  void energies_tallestSteps_doNotOverflow() {
    int height = 40_000;
    byte[] checks = new byte[4 * height];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (byte) ((i + i / 4) % 2 * 255);
    }
    LumaPlane plane = new LumaPlane(checks, 4, height, 4);
    double[] found = new CellEnergies().of(plane, new Window(1, 1, 3, height - 1), false);
    assertThat(found).containsExactly(65025, 65025, 0, 0);
    assertThat(new CellEnergies().of(plane, new Window(1, 9, 3, 9), false))
        .containsExactly(0, 0, 0, 0);
  }

  @Test
  void tone_randomPlane_matchesSortedPixels() {
    LumaPlane plane = TestData.random(31, 23, 40, 5);
    Window window = new Window(2, 3, 29, 20);
    int[] sorted =
        IntStream.range(0, window.pixels())
            .map(i -> plane.get(2 + i % 27, 3 + i / 27))
            .sorted()
            .toArray();
    CellTone tone = CellTone.of(plane, window);
    assertThat(tone.low()).isEqualTo(sorted[(int) (0.03 * sorted.length)]);
    assertThat(tone.high()).isEqualTo(sorted[(int) (0.95 * sorted.length)]);
    double quarter = (tone.high() - tone.low()) / 4.0;
    assertThat(tone.greyShare())
        .isEqualTo(
            Arrays.stream(sorted)
                    .filter(v -> v > tone.low() + quarter && v < tone.low() + 3 * quarter)
                    .count()
                / (double) sorted.length);
    double[] slopes =
        IntStream.range(0, window.pixels())
            .mapToDouble(
                i -> {
                  int x = 2 + i % 27;
                  int y = 3 + i / 27;
                  return Math.floor(
                      Math.hypot(
                          plane.get(x + 1, y) - plane.get(x - 1, y),
                          plane.get(x, y + 1) - plane.get(x, y - 1)));
                })
            .sorted()
            .toArray();
    assertThat(tone.edge90()).isEqualTo(slopes[(int) (0.9 * slopes.length)] / 2);
    assertThat(tone.edge75()).isEqualTo(slopes[(int) (0.75 * slopes.length)] / 2);
    assertThat(tone.edge98()).isEqualTo(slopes[(int) (0.98 * slopes.length)] / 2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void swings_squareWave_areCountedAndMeasured(boolean vertical) {
    byte[] data = new byte[60 * 60];
    for (int i = 0; i < data.length; i++) {
      int along = vertical ? i / 60 : i % 60;
      data[i] = (byte) (along / 5 % 2 == 0 ? 200 : 80);
    }
    LumaPlane plane = new LumaPlane(data, 60, 60, 60);
    CellSwings swings = CellSwings.of(plane, new Window(0, 0, 60, 10), vertical, 120);
    CellSwings other = CellSwings.of(plane, new Window(0, 0, 10, 60), vertical, 120);
    CellSwings found = vertical ? other : swings;
    // 12 bars a row: 11 changes, of which the first ends no swing and the last bar's extreme is
    // never left, so 10 swings of 120 less the first; 6 of 10 rows are walked.
    assertThat(found.mean()).isEqualTo(120);
    assertThat(found.rms()).isEqualTo(120);
    assertThat(found.turns()).isEqualTo(6 * 10);
    assertThat(found.length()).isEqualTo(6 * 60);
  }

  @Test
  void swings_smallNoise_makesNone() {
    byte[] data = new byte[400];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) (150 + i * 7 % 3);
    }
    LumaPlane plane = new LumaPlane(data, 20, 20, 20);
    CellSwings swings = CellSwings.of(plane, new Window(1, 1, 19, 19), false, 20);
    assertThat(swings.turns()).isZero();
    assertThat(swings.mean()).isZero();
    assertThat(swings.rms()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "7,9", "8,40", "9,9", "50,33"})
  void quietMeasures_anySize_matchNaive(int width, int height) {
    LumaPlane plane = TestData.random(width, height, width + 3, 8);
    assertThat(Planes.quietDeviation(plane, 0.2))
        .isCloseTo(naive(plane, width / 8, height / 8, 0.2, true), within(1e-6));
    assertThat(Planes.quietEnergy(plane, 0.25))
        .isCloseTo(naive(plane, (width - 1) / 8, (height - 1) / 8, 0.25, false), within(1e-9));
  }

  private static double naive(LumaPlane plane, int columns, int rows, double share, boolean tone) {
    double[] values = new double[columns * rows];
    for (int b = 0; b < values.length; b++) {
      double sum = 0;
      double squares = 0;
      double energy = 0;
      for (int k = 0; k < 64; k++) {
        int x = b % columns * 8 + k % 8;
        int y = b / columns * 8 + k / 8;
        double value = plane.get(x, y);
        sum += value;
        squares += value * value;
        if (!tone) {
          energy += Math.pow(plane.get(x + 1, y) - value, 2);
          energy += Math.pow(plane.get(x, y + 1) - value, 2);
        }
      }
      values[b] = tone ? Math.sqrt(squares / 64 - sum / 64 * (sum / 64)) : energy / 128;
    }
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[(int) (share * (values.length - 1))];
  }

  @ParameterizedTest
  @CsvSource({"3,0", "9,0", "17.9,0", "18,1", "35,1", "36,2", "80,3"})
  void levelFor_xHeight_leavesNineToEighteen(double xHeight, int level) {
    assertThat(CellMeasurer.levelFor(xHeight)).isEqualTo(level);
  }

  @Test
  void percentile_weighted_matchesRepetition() {
    double[][] pairs = {{5, 1}, {1, 3}, {9, 2}};
    assertThat(WeightedPercentile.of(Arrays.stream(pairs), 0.5)).isEqualTo(1);
    assertThat(WeightedPercentile.of(Arrays.stream(pairs), 0.6)).isEqualTo(5);
    assertThat(WeightedPercentile.of(Arrays.stream(pairs), 1)).isEqualTo(9);
    assertThat(WeightedPercentile.of(java.util.stream.Stream.empty(), 0.5)).isNaN();
  }
}
