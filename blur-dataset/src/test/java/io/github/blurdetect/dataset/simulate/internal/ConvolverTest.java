package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.simulate.BlurKernel;
import io.github.blurdetect.dataset.simulate.KernelShapes;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolverTest {

  @ParameterizedTest
  @CsvSource({"1,3,1,1", "5,1,17,9", "3,7,40,31", "9,9,64,5", "31,5,20,45"})
  void direct_anySize_matchesNaive(int kw, int kh, int width, int height) {
    BlurKernel kernel = randomKernel(kw, kh);
    Planes in = randomPlanes(width, height, 3);

    assertSame(Convolver.direct(in, kernel), naive(in, kernel), 2e-6f);
  }

  @ParameterizedTest
  @CsvSource({"3,3,5,4", "41,37,150,90", "61,11,301,140", "127,5,260,33"})
  void transform_anySize_matchesNaive(int kw, int kh, int width, int height) {
    BlurKernel kernel = randomKernel(kw, kh);
    Planes in = randomPlanes(width, height, 1);

    assertSame(TiledFft.convolve(in, kernel), naive(in, kernel), 5e-6f);
  }

  @Test
  void transform_threePlanes_matchesDirect() {
    BlurKernel kernel = KernelShapes.disc(0.3, 0).at(9, 0.4);
    Planes in = randomPlanes(140, 77, 3);

    assertSame(TiledFft.convolve(in, kernel), Convolver.direct(in, kernel), 5e-6f);
  }

  @Test
  void convolve_identity_returnsTheInput() {
    Planes in = randomPlanes(4, 4, 1);

    assertThat(Convolver.convolve(in, BlurKernel.IDENTITY)).isSameAs(in);
  }

  private static Planes naive(Planes in, BlurKernel kernel) {
    Planes out = new Planes(in.width(), in.height(), in.count());
    for (int c = 0; c < in.count(); c++) {
      for (int y = 0; y < in.height(); y++) {
        for (int x = 0; x < in.width(); x++) {
          double sum = 0;
          for (int j = 0; j < kernel.height(); j++) {
            for (int i = 0; i < kernel.width(); i++) {
              int sx = Math.min(in.width() - 1, Math.max(0, x + kernel.width() / 2 - i));
              int sy = Math.min(in.height() - 1, Math.max(0, y + kernel.height() / 2 - j));
              sum += (double) kernel.weight(i, j) * in.plane(c)[sy][sx];
            }
          }
          out.plane(c)[y][x] = (float) sum;
        }
      }
    }
    return out;
  }

  private static void assertSame(Planes actual, Planes expected, float tolerance) {
    for (int c = 0; c < expected.count(); c++) {
      for (int y = 0; y < expected.height(); y++) {
        for (int x = 0; x < expected.width(); x++) {
          float difference = Math.abs(actual.plane(c)[y][x] - expected.plane(c)[y][x]);
          assertThat(difference).as("plane %d at %d, %d", c, x, y).isLessThan(tolerance);
        }
      }
    }
  }

  private static BlurKernel randomKernel(int width, int height) {
    SplittableRandom random = new SplittableRandom(width * 1000L + height);
    float[] weights = new float[width * height];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat();
    }
    return BlurKernel.of(width, height, weights);
  }

  private static Planes randomPlanes(int width, int height, int count) {
    SplittableRandom random = new SplittableRandom(width * 31L + height);
    Planes planes = new Planes(width, height, count);
    for (int c = 0; c < count; c++) {
      for (float[] row : planes.plane(c)) {
        for (int x = 0; x < width; x++) {
          row[x] = random.nextFloat();
        }
      }
    }
    return planes;
  }
}
