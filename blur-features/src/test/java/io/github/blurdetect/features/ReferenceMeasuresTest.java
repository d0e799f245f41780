package io.github.blurdetect.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Golden values: the reference's own, computed with OpenCV 4.6, Pillow 9.4, scikit-image 0.19. */
class ReferenceMeasuresTest {

  @Test
  void measure_goldenImages_agreeWithinOnePercent() throws IOException {
    Path data = TestData.shared("data");
    List<String> rows = Files.readAllLines(TestData.shared("reference/golden.csv"));
    assertThat(rows.get(0))
        .startsWith("image,area,sobel_variance_800,laplacian_variance_800,laplacian_variance_500");
    assertThat(rows).hasSize(54);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      ReferenceMeasures found =
          ReferenceMeasures.measure(ImageDecoder.defaults().decode(data.resolve(cells[0])));
      assertThat(found.area()).as(cells[0]).isEqualTo(Long.parseLong(cells[1]));
      check(found.sobelVariance800(), cells[2], cells[0] + " sobel_variance_800");
      check(found.laplacianVariance800(), cells[3], cells[0] + " laplacian_variance_800");
      check(found.laplacianVariance500(), cells[4], cells[0] + " laplacian_variance_500");
    }
  }

  private static void check(double found, String expected, String what) {
    double value = Double.parseDouble(expected);
    assertThat(found).as(what).isCloseTo(value, Percentage.withPercentage(1));
  }

  @Test
  void measure_flatImage_isZero() {
    byte[] pixels = new byte[3 * 7 * 5];
    java.util.Arrays.fill(pixels, (byte) 180);
    assertThat(ReferenceMeasures.measure(BlurImage.rgb(pixels, 7, 5)))
        .isEqualTo(new ReferenceMeasures(35, 0, 0, 0));
  }

  @Test
  void measure_onePixel_isZero() {
    assertThat(ReferenceMeasures.measure(BlurImage.grey(new byte[] {90}, 1, 1)))
        .isEqualTo(new ReferenceMeasures(1, 0, 0, 0));
  }

  @Test
  void measure_rgbOfEqualChannels_equalsGrey() {
    byte[] grey = TestData.waves(61, 43).data();
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = grey[i / 3];
    }
    assertThat(ReferenceMeasures.measure(BlurImage.rgb(rgb, 61, 43)))
        .isEqualTo(ReferenceMeasures.measure(BlurImage.grey(grey, 61, 43)));
  }

  @Test
  void measure_strideBeyondWidth_ignoresTheGap() {
    var wide = TestData.random(33, 21, 40, 5);
    byte[] tight = new byte[33 * 21];
    for (int y = 0; y < 21; y++) {
      System.arraycopy(wide.data(), y * 40, tight, y * 33, 33);
    }
    ReferenceMeasures expected = ReferenceMeasures.measure(BlurImage.grey(tight, 33, 21));
    assertThat(
            ReferenceMeasures.measure(BlurImage.of(wide.data(), 33, 21, 40, BlurImage.Layout.GREY)))
        .isEqualTo(expected);
    assertThat(expected.laplacianVariance800()).isNotCloseTo(0, within(1.0));
  }
}
