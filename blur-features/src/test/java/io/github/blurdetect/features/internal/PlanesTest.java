package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanesTest {

  @ParameterizedTest
  @CsvSource({"1,1,3", "1,8,1", "8,1,8", "2,2,2", "3,5,4", "37,24,64"})
  void halve_anySize_matchesNaive(int width, int height, int stride) {
    LumaPlane in = TestData.random(width, height, stride, 3);
    LumaPlane out = Planes.halve(in);
    assertThat(out.width()).isEqualTo(Math.max(1, width / 2));
    assertThat(out.height()).isEqualTo(Math.max(1, height / 2));
    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        int right = Math.min(width - 1, 2 * x + 1);
        int below = Math.min(height - 1, 2 * y + 1);
        int sum =
            in.get(2 * x, 2 * y)
                + in.get(right, 2 * y)
                + in.get(2 * x, below)
                + in.get(right, below);
        assertThat(out.get(x, y)).isEqualTo((int) Math.floor(sum / 4.0 + 0.5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1,3", "1,8,1", "8,1,8", "2,2,2", "3,5,4", "37,24,64"})
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
  @ValueSource(doubles = {1, 3, 6, 12, 25})
  void noiseSigma_whiteNoise_isFound(double sigma) {
    assertThat(Planes.noiseSigma(noisy(sigma, false))).isCloseTo(sigma, within(0.05 * sigma + 0.1));
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
