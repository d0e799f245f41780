package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against measures written straight from their definitions, in floating point. */
class FixedSizeMeasuresTest {

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "7,1", "2,2", "3,3", "31,17", "64,50"})
  void laplacianVariance_anySize_matchesNaive(int width, int height) {
    LumaPlane plane = TestData.random(width, height, width, 11L * width + height);
    double expected =
        variance(
            plane,
            at -> {
              int x = (int) at[0];
              int y = (int) at[1];
              return reflect101(plane, x - 1, y)
                  + reflect101(plane, x + 1, y)
                  + reflect101(plane, x, y - 1)
                  + reflect101(plane, x, y + 1)
                  - 4.0 * plane.get(x, y);
            });
    assertThat(FixedSizeMeasures.laplacianVariance(plane.data(), width, height))
        .isCloseTo(expected, within(1e-9 * (1 + expected)));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "7,1", "2,2", "3,3", "31,17", "64,50"})
  void sobelVariance_anySize_matchesNaive(int width, int height) {
    LumaPlane plane = TestData.random(width, height, width, 13L * width + height);
    double[][] across = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
    double[][] down = {{-1, -2, -1}, {0, 0, 0}, {1, 2, 1}};
    double expected =
        variance(
            plane,
            at -> {
              double gx = convolve(plane, (int) at[0], (int) at[1], across);
              double gy = convolve(plane, (int) at[0], (int) at[1], down);
              return Math.sqrt((gx * gx + gy * gy) / 2);
            });
    assertThat(FixedSizeMeasures.sobelVariance(plane.data(), width, height))
        .isCloseTo(expected, within(1e-12 * (1 + expected)));
  }

  private static double variance(LumaPlane plane, ToDoubleFunction<double[]> response) {
    double sum = 0;
    double squares = 0;
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        double value = response.applyAsDouble(new double[] {x, y});
        sum += value;
        squares += value * value;
      }
    }
    double count = (double) plane.width() * plane.height();
    return squares / count - sum / count * (sum / count);
  }

  private static int reflect101(LumaPlane plane, int x, int y) {
    return plane.get(mirror(x, plane.width()), mirror(y, plane.height()));
  }

  private static int mirror(int i, int size) {
    return size == 1 ? 0 : i < 0 ? -i : i >= size ? 2 * (size - 1) - i : i;
  }

  private static double convolve(LumaPlane plane, int x, int y, double[][] kernel) {
    double sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int column = Math.max(0, Math.min(plane.width() - 1, x + dx));
        int row = Math.max(0, Math.min(plane.height() - 1, y + dy));
        sum += kernel[dy + 1][dx + 1] / 4 * plane.get(column, row) / 255;
      }
    }
    return sum;
  }
}
