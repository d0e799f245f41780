package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanesTest {

  @ParameterizedTest
  @CsvSource({
    "1,1,3",
    "1,8,1",
    "8,1,8",
    "2,2,2",
    "3,5,4",
    "37,24,64",
    "9,3,9",
    "131,17,140",
    "7,7,7",
    "16,9,16"
  })
  void smooth_anySize_matchesNaive(int width, int height, int stride) {
    LumaPlane in = TestData.random(width, height, stride, 4);
    LumaPlane out = Planes.smooth(in);
    int[] weight = {1, 2, 1};
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int k = 0; k < 9; k++) {
          int column = Math.max(0, Math.min(width - 1, x + k % 3 - 1));
          int row = Math.max(0, Math.min(height - 1, y + k / 3 - 1));
          sum += weight[k % 3] * weight[k / 3] * in.get(column, row);
        }
        assertThat(out.get(x, y)).isEqualTo((int) Math.floor(sum / 16 + 0.5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8,9", "9,9", "17,33", "63,40", "1100,20", "2057,9"})
  void quietEnergy_anySize_matchesNaive(int width, int height) {
    LumaPlane in = TestData.random(width, height, width + 5, 6);
    List<Integer> energies = new ArrayList<>();
    for (int y = 0; y + 8 < height; y += 8) {
      for (int x = 0; x + 8 < width; x += 8) {
        int sum = 0;
        for (int k = 0; k < 64; k++) {
          int px = x + k % 8;
          int py = y + k / 8;
          int dx = in.get(px + 1, py) - in.get(px, py);
          int dy = in.get(px, py + 1) - in.get(px, py);
          sum += dx * dx + dy * dy;
        }
        energies.add(sum);
      }
    }
    assertThat(Arrays.stream(QuietBlocks.energies(in)).boxed()).containsExactlyElementsOf(energies);
    Collections.sort(energies);
    for (double share : new double[] {0, 0.25, 1}) {
      double expected =
          energies.isEmpty() ? 0 : energies.get((int) (share * (energies.size() - 1))) / 128.0;
      assertThat(Planes.quietEnergy(in, share)).isEqualTo(expected);
    }
  }

  @Test
  void ofRank_anyNumbers_isWhatSortingFinds() {
    for (int bits : new int[] {23, 28}) {
      int most = (1 << bits) - 1;
      SplittableRandom random = new SplittableRandom(8);
      int[] numbers = random.ints(999, 0, 3000).toArray();
      numbers[3] = most;
      numbers[4] = most - 1;
      Arrays.fill(numbers, 5, 50, 512);
      int[] sorted = numbers.clone();
      Arrays.sort(sorted);
      for (int rank = 0; rank < sorted.length; rank++) {
        assertThat(QuietBlocks.ofRank(numbers, rank, bits)).isEqualTo(sorted[rank]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 6, 12, 25})
  void noiseSigma_whiteNoise_isFound(double sigma) {
    assertThat(Planes.noiseSigma(noisy(sigma, false))).isCloseTo(sigma, within(0.05 * sigma + 0.1));
  }

  @ParameterizedTest
  @CsvSource({"3,3", "4,5", "5,4", "31,17", "64,9", "8,8", "9,9", "65,7"})
  void noiseSigma_anySize_matchesNaive(int width, int height) {
    LumaPlane in = TestData.random(width, height, width + 3, 12);
    int[] kernel = {1, -2, 1};
    int[] histogram = new int[8 * 255 + 1];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int sum = 0;
        for (int k = 0; k < 9; k++) {
          sum += kernel[k / 3] * kernel[k % 3] * in.get(x + k % 3 - 1, y + k / 3 - 1);
        }
        histogram[Math.abs(sum)]++;
      }
    }
    double expected = Planes.median(histogram, (width - 2) * (height - 2)) / (0.6745 * 6);
    assertThat(Planes.noiseSigma(in)).isEqualTo(expected);
  }

  @Test
  void countNonzero_anyPixels_matchesNaive() {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 1000; i++) {
      byte[] pixels = new byte[Lanes.PIXELS];
      int expected = 0;
      for (int k = 0; k < pixels.length; k++) {
        pixels[k] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
        expected += pixels[k] != 0 ? 1 : 0;
      }
      assertThat(Lanes.countNonzero(Lanes.load(pixels, 0))).isEqualTo(expected);
    }
  }

  @Test
  void noiseSigma_checks_isTheLargest() {
    byte[] checks = new byte[21 * 17];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (byte) (i % 2 * 255);
    }
    double sigma = Planes.noiseSigma(new LumaPlane(checks, 21, 17, 21));
    assertThat(sigma).isCloseTo(8 * 255 / (0.6745 * 6), within(0.2));
  }

  @Test
  void noiseSigma_noiseUnderPrint_isFoundAllTheSame() {
    assertThat(Planes.noiseSigma(noisy(6, true))).isCloseTo(6, within(1.0));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,9", "9,2"})
  void noiseSigma_noInnerPixel_isZero(int width, int height) {
    assertThat(Planes.noiseSigma(TestData.random(width, height, width, 1))).isZero();
  }

  @Test
  void noiseSigma_flatPlane_isNearZero() {
    assertThat(Planes.noiseSigma(new LumaPlane(new byte[400], 20, 20, 20))).isLessThan(0.1);
  }

  private static LumaPlane noisy(double sigma, boolean print) {
    SplittableRandom random = new SplittableRandom(9);
    byte[] data = new byte[300 * 200];
    for (int i = 0; i < data.length; i++) {
      boolean ink = print && i / 300 % 40 < 8 && i % 300 % 12 < 3;
      double value = (ink ? 60 : 150) + sigma * random.nextGaussian();
      data[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return new LumaPlane(data, 300, 200, 300);
  }
}
