package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.TestData;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanczosResizeTest {

  static Stream<LumaPlane> planes() {
    return Stream.of(
        TestData.random(1, 1, 1, 1),
        TestData.random(1, 9, 4, 2),
        TestData.random(9, 1, 9, 3),
        TestData.random(2, 2, 2, 4),
        TestData.random(37, 53, 64, 5),
        TestData.waves(301, 122));
  }

  @ParameterizedTest
  @MethodSource("planes")
  void resize_anySize_matchesNaive(LumaPlane plane) {
    byte[] found = LanczosResize.resize(plane, 50, 31);
    double[][] columns = new double[plane.height()][50];
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < 50; x++) {
        int row = y;
        columns[y][x] = clamp(naive(plane.width(), 50, x, i -> plane.get(i, row)));
      }
    }
    for (int y = 0; y < 31; y++) {
      for (int x = 0; x < 50; x++) {
        int column = x;
        double expected = clamp(naive(plane.height(), 31, y, i -> columns[i][column]));
        assertThat(found[y * 50 + x] & 0xFF).isBetween((int) expected - 1, (int) expected + 1);
      }
    }
  }

  /** Values of Pillow 9.4: Image.frombytes("L", (11, 9), ...).resize((5, 4), Image.LANCZOS). */
  @Test
  void resize_elevenByNine_equalsPillow() {
    byte[] data = new byte[99];
    for (int i = 0; i < data.length; i++) {
      int x = i % 11;
      int y = i / 11;
      data[i] = (byte) (x * 37 + y * 91 + x * y * 13);
    }
    byte[] found = LanczosResize.resize(new LumaPlane(data, 11, 9, 11), 5, 4);
    assertThat(IntStream.range(0, 20).map(i -> found[i] & 0xFF))
        .containsExactly(
            100, 139, 141, 129, 92, 133, 150, 131, 133, 134, 99, 145, 149, 140, 151, 161, 156, 144,
            154, 149);
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(255, Math.rint(value)));
  }

  private static double naive(
      int from, int to, int position, java.util.function.IntToDoubleFunction at) {
    double scale = (double) from / to;
    double stretch = Math.max(1, scale);
    double center = (position + 0.5) * scale;
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < from; i++) {
      double x = (i + 0.5 - center) / stretch;
      boolean inside =
          i >= (int) (center - 3 * stretch + 0.5) && i < (int) (center + 3 * stretch + 0.5);
      double weight =
          !inside || Math.abs(x) >= 3
              ? 0
              : x == 0
                  ? 1
                  : 3
                      * Math.sin(Math.PI * x)
                      * Math.sin(Math.PI * x / 3)
                      / (Math.PI * Math.PI * x * x);
      sum += weight * at.applyAsDouble(i);
      weights += weight;
    }
    return sum / weights;
  }
}
