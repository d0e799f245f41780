package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive against one written straight from its definition. */
class CellPrimitivesTest {

  private static final Window EMPTY = new Window(1, 9, 3, 9);

  private static WideCell cell(LumaPlane plane, Window window) {
    WideCell cell = new WideCell();
    cell.take(TestData.random(40, 9, 40, 3), new Window(1, 1, 30, 8)); // leaves remains behind
    cell.take(plane, window);
    return cell;
  }

  private static SmoothCell smooth(LumaPlane plane, Window window) {
    SmoothCell smooth = new SmoothCell();
    smooth.take(cell(TestData.random(50, 40, 50, 4), new Window(1, 1, 49, 39)));
    smooth.take(cell(plane, window));
    return smooth;
  }

  @ParameterizedTest
  @CsvSource({"1,1,39,29", "3,2,4,3", "5,4,38,29", "1,20,2,29", "7,1,39,2"})
  void wideCell_anyWindow_holdsItAndRepeatsBorders(int left, int top, int right, int bottom) {
    LumaPlane plane = TestData.random(40, 30, 43, 22);
    WideCell cell = cell(plane, new Window(left, top, right, bottom));
    for (int y = -WideCell.AROUND; y < cell.height() + WideCell.AROUND; y++) {
      for (int x = -WideCell.AROUND; x < cell.width() + WideCell.AROUND; x++) {
        assertThat((int) cell.pixels()[cell.first() + y * cell.pitch() + x])
            .as("%d, %d", x, y)
            .isEqualTo(plane.get(inside(left + x, 40), inside(top + y, 30)));
      }
    }
  }

  private static int inside(int place, int size) {
    return Math.max(0, Math.min(size - 1, place));
  }

  @ParameterizedTest
  @CsvSource({"1,1,39,29", "3,2,4,3", "5,4,38,29", "1,20,2,29", "7,1,39,2"})
  void smoothCell_anyWindow_matchesNaive(int left, int top, int right, int bottom) {
    LumaPlane plane = TestData.random(40, 30, 43, 23);
    LumaPlane whole = Planes.smooth(plane);
    SmoothCell cell = smooth(plane, new Window(left, top, right, bottom));
    for (int y = 0; y < cell.height(); y++) {
      for (int x = 0; x < cell.width(); x++) {
        int i = y * cell.pitch() + x;
        assertThat((int) cell.pixels()[cell.first() + i]).isEqualTo(whole.get(left + x, top + y));
        int gx = whole.get(left + x + 1, top + y) - whole.get(left + x - 1, top + y);
        int gy = whole.get(left + x, top + y + 1) - whole.get(left + x, top + y - 1);
        assertThat((int) cell.squaredGradients()[i]).isEqualTo(gx * gx + gy * gy);
      }
    }
  }

  @Test
  void squaredGradients_steepestEdges_doNotOverflow() {
    for (int direction = 0; direction < 360; direction += 3) {
      byte[] edge = new byte[81];
      for (int i = 0; i < edge.length; i++) {
        double along = Math.cos(Math.toRadians(direction)) * (i % 9 - 4);
        double across = Math.sin(Math.toRadians(direction)) * (i / 9 - 4);
        edge[i] = (byte) (along + across > 0 ? 255 : 0);
      }
      LumaPlane plane = new LumaPlane(edge, 9, 9, 9);
      LumaPlane whole = Planes.smooth(plane);
      SmoothCell cell = smooth(plane, new Window(4, 4, 5, 5));
      int gx = whole.get(5, 4) - whole.get(3, 4);
      int gy = whole.get(4, 5) - whole.get(4, 3);
      assertThat((int) cell.squaredGradients()[0]).isEqualTo(gx * gx + gy * gy);
    }
  }

  @ParameterizedTest
  @CsvSource({"40,30,40,false", "33,17,50,true", "5,5,5,false", "3,3,4,true", "70,52,70,true"})
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
    energies.of(cell(TestData.random(40, 9, 40, 3), new Window(1, 1, 30, 8)), false);
    double[] found = energies.of(cell(plane, window), vertical);
    for (int d = 0; d < 4; d++) {
      assertThat(found[d]).isEqualTo(sums[d] / window.pixels());
    }
  }

  @Test
  void energies_tallestSteps_doNotOverflow() {
    int height = 1_500_000; // of which more pairs lie side by side than an int holds
    byte[] checks = new byte[4 * height];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (byte) ((i + i / 4) % 2 * 255);
    }
    LumaPlane plane = new LumaPlane(checks, 4, height, 4);
    double[] found = new CellEnergies().of(cell(plane, new Window(1, 1, 3, height - 1)), false);
    assertThat(found).containsExactly(65025, 65025, 0, 0);
  }

  @Test
  void emptyWindow_everyMeasure_isZero() {
    LumaPlane plane = TestData.random(4, 20, 4, 1);
    assertThat(new CellEnergies().of(cell(plane, EMPTY), false)).containsExactly(0, 0, 0, 0);
    assertThat(tone(smooth(plane, EMPTY))).isEqualTo(new CellTone(0, 0, 0, 0, 0, 0, 0));
    for (boolean vertical : new boolean[] {false, true}) {
      CellSwings.Sums swings = new CellSwings().of(smooth(plane, EMPTY), vertical, 9);
      assertThat(swings).isEqualTo(new CellSwings.Sums(0, 0, 0, 1));
      assertThat(swings.mean()).isZero();
      assertThat(swings.rms()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"2,3,29,20", "2,3,30,19", "4,4,5,5", "1,1,4,20"})
  void tone_randomPlane_matchesSortedPixels(int left, int top, int right, int bottom) {
    LumaPlane plane = TestData.random(31, 23, 40, 5);
    LumaPlane smoothed = Planes.smooth(plane);
    Window window = new Window(left, top, right, bottom);
    int width = right - left;
    int[] sorted =
        IntStream.range(0, window.pixels())
            .map(i -> smoothed.get(left + i % width, top + i / width))
            .sorted()
            .toArray();
    CellTone tone = tone(smooth(plane, window));
    assertThat(tone.low()).isEqualTo(sorted[(int) (0.03 * sorted.length)]);
    assertThat(tone.high()).isEqualTo(sorted[(int) (0.95 * sorted.length)]);
    double range = tone.high() - tone.low();
    assertThat(tone.greyShare())
        .isEqualTo(share(sorted, v -> v > tone.low() + range / 4 && v < tone.low() + 0.75 * range));
    assertThat(tone.inkShare()).isEqualTo(share(sorted, v -> v < tone.low() + range / 2));
    double[] slopes =
        IntStream.range(0, window.pixels())
            .mapToDouble(i -> slope(smoothed, left + i % width, top + i / width))
            .sorted()
            .toArray();
    assertThat(tone.edge90()).isEqualTo(slopes[(int) (0.9 * slopes.length)] / 2);
    assertThat(tone.edge75()).isEqualTo(slopes[(int) (0.75 * slopes.length)] / 2);
    assertThat(tone.edge98()).isEqualTo(slopes[(int) (0.98 * slopes.length)] / 2);
  }

  private static CellTone tone(SmoothCell cell) {
    CellHistograms histograms = new CellHistograms();
    histograms.take(smooth(TestData.random(30, 30, 30, 2), new Window(1, 1, 29, 29)));
    histograms.take(cell);
    return CellTone.of(histograms, cell.width() * cell.height());
  }

  private static double share(int[] values, IntPredicate which) {
    return Arrays.stream(values).filter(which).count() / (double) values.length;
  }

  private static double slope(LumaPlane plane, int x, int y) {
    return Math.floor(
        Math.hypot(
            plane.get(x + 1, y) - plane.get(x - 1, y), plane.get(x, y + 1) - plane.get(x, y - 1)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void swings_squareWave_areCountedAndMeasured(boolean vertical) {
    byte[] data = new byte[62 * 62];
    for (int i = 0; i < data.length; i++) {
      int along = Math.max(0, Math.min(59, (vertical ? i / 62 : i % 62) - 1));
      data[i] = (byte) (along / 5 % 2 == 0 ? 200 : 80);
    }
    LumaPlane plane = new LumaPlane(data, 62, 62, 62);
    Window window = vertical ? new Window(1, 1, 11, 61) : new Window(1, 1, 61, 11);
    CellSwings.Sums found = new CellSwings().of(smooth(plane, window), vertical, 120);
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
    CellSwings.Sums swings =
        new CellSwings().of(smooth(plane, new Window(1, 1, 19, 19)), false, 20);
    assertThat(swings.turns()).isZero();
    assertThat(swings.mean()).isZero();
    assertThat(swings.rms()).isZero();
  }

  /** Rows of steps, plateaus and waves, of every length, walked as the definition says. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,12", "2,9", "3,10", "4,10", "7,15", "60,31", "131,20", "9,44"})
  void swings_anyRows_matchTheWalk(int width, int height) {
    CellSwings swings = new CellSwings();
    for (int seed = 0; seed < 40; seed++) {
      LumaPlane plane = wandering(width + 2, height + 2, seed);
      LumaPlane smoothed = Planes.smooth(plane);
      for (boolean vertical : new boolean[] {false, true}) {
        double range = 5 + 37 * (seed % 5);
        SmoothCell cell = smooth(plane, new Window(1, 1, width + 1, height + 1));
        CellSwings.Sums found = swings.of(cell, vertical, range);
        assertThat(found).isEqualTo(walked(smoothed, width, height, vertical, range));
      }
    }
  }

  private static LumaPlane wandering(int width, int height, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] data = new byte[width * height];
    int value = 128;
    for (int i = 0; i < data.length; i++) {
      int step = 1 + seed * 6;
      if (random.nextInt(3) > 0) {
        value = Math.max(0, Math.min(255, value + random.nextInt(-step, step + 1)));
      }
      data[i] = (byte) value;
    }
    return new LumaPlane(data, width, height, width);
  }

  private static CellSwings.Sums walked(
      LumaPlane smoothed, int width, int height, boolean vertical, double range) {
    int back = (int) Math.ceil(Math.max(3, 0.12 * range));
    int lines = vertical ? width : height;
    int length = vertical ? height : width;
    List<Integer> swings = new ArrayList<>();
    for (int line = lines / 5; line < lines - lines / 5; line++) {
      int row = line + 1;
      walk(
          IntStream.range(1, length + 1)
              .map(i -> vertical ? smoothed.get(row, i) : smoothed.get(i, row))
              .toArray(),
          back,
          swings);
    }
    return new CellSwings.Sums(
        swings.size(),
        swings.stream().mapToLong(s -> s).sum(),
        swings.stream().mapToLong(s -> (long) s * s).sum(),
        Math.max(1, (long) length * (lines - 2 * (lines / 5))));
  }

  private static void walk(int[] row, int back, List<Integer> swings) {
    int low = 256;
    int high = -1;
    int direction = 0;
    int previous = -1;
    for (int value : row) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      boolean falls = direction >= 0 && value < high - back;
      boolean rises = !falls && direction <= 0 && value > low + back;
      if (falls || rises) {
        int extreme = falls ? high : low;
        if (previous >= 0) {
          swings.add(Math.abs(extreme - previous));
        }
        previous = extreme;
        direction = falls ? -1 : 1;
        low = falls ? value : low;
        high = rises ? value : high;
      }
    }
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

  @Test
  void percentile_equalValues_weighsThemTogether() {
    double[] found =
        WeightedPercentile.of(
            new double[] {2, 1, 2, 3}, new double[] {1, 1, 2, 1}, List.of(0.0, 0.2, 0.3, 0.8, 1.0));
    assertThat(found).containsExactly(1, 1, 2, 2, 3);
  }
}
