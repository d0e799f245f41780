package io.github.blurdetect.dataset.render.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbossingTest {

  private static final int SIDE = 400;
  private static final int PAPER = 200;

  @ParameterizedTest
  @CsvSource({"3, 2, 0.4", "6, 2, 2.1", "40, 1, 1"})
  void light_relief_isAsStrongAsAskedAndKeepsTheMean(double period, int octaves, double angle) {
    double[] levels = relief(period, octaves, angle);

    double mean = Arrays.stream(levels).average().orElseThrow();
    double square = Arrays.stream(levels).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(PAPER, within(1.0));
    // Asked for on white; on grey paper less in proportion.
    assertThat(Math.sqrt(square)).isCloseTo(6.0 * PAPER / 255, within(1.6));
  }

  @ParameterizedTest
  @CsvSource({"0", "1.5707963"})
  void light_relief_isShadedAlongTheLight(double angle) {
    double[] levels = relief(12, 1, angle);

    // Slopes towards the light change sign over half a bump; across the light they last longer.
    double across = correlation(levels, 6, 0);
    double down = correlation(levels, 0, 6);
    assertThat(angle == 0 ? across : down).isLessThan((angle == 0 ? down : across) - 0.2);
  }

  private static double[] relief(double period, int octaves, double angle) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    int[] paper = new int[SIDE * SIDE];
    Arrays.fill(paper, PAPER << 16 | PAPER << 8 | PAPER);
    image.setRGB(0, 0, SIDE, SIDE, paper, 0, SIDE);
    Embossing.light(image, period, octaves, 6, angle, new SplittableRandom(3));
    int[] rgb = image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
    return Arrays.stream(rgb).mapToDouble(v -> v & 0xFF).toArray();
  }

  private static double correlation(double[] levels, int dx, int dy) {
    double product = 0;
    double square = 0;
    for (int y = 0; y < SIDE - dy; y++) {
      for (int x = 0; x < SIDE - dx; x++) {
        double here = levels[y * SIDE + x] - PAPER;
        product += here * (levels[(y + dy) * SIDE + x + dx] - PAPER);
        square += here * here;
      }
    }
    return product / square;
  }
}
