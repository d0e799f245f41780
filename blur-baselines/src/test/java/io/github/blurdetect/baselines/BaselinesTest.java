package io.github.blurdetect.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {

  private static BlurImage pattern(int width, int height) {
    byte[] pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) (x * 7 + y * 13 + x * y % 31 * 5);
      }
    }
    return BlurImage.grey(pixels, width, height);
  }

  // OpenCV 4.6: resize by sqrt(2e6 / area), Laplacian in 64 bits, variance. It takes the wished
  // ratio for the mapping where we take that of the rounded sizes.
  @ParameterizedTest
  @CsvSource({"300, 200, 157.3622", "2000, 1500, 33646.1246"})
  void laplacian_matchesOpenCv(int width, int height, double expected) {
    assertThat(LaplacianBaseline.variance(pattern(width, height)))
        .isCloseTo(expected, within(expected * 0.01));
  }

  @Test
  void laplacian_under100_isBlurred() {
    BlurScorer scorer = new LaplacianBaseline().create(ScorerOptions.defaults());
    assertThat(scorer.score(pattern(300, 200)).blurriness()).isLessThan(0.5);
    assertThat(scorer.score(BlurImage.grey(new byte[10_000], 100, 100)).blurriness()).isEqualTo(1);
  }

  // NumPy 1.24: Sobel with symmetric padding, a running mean of 11, [2:-1] in both directions.
  @Test
  void blurEffect_matchesNumPy() {
    assertThat(BlurEffectBaseline.effect(pattern(90, 60))).isCloseTo(0.193992347, within(1e-8));
    byte[] smooth = new byte[90 * 60];
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = (byte) (int) (Math.sin(i % 90 / 9.0) * Math.cos(i / 90 / 7.0) * 100 + 128);
    }
    assertThat(BlurEffectBaseline.effect(BlurImage.grey(smooth, 90, 60)))
        .isCloseTo(0.888811349, within(1e-8));
  }

  @Test
  void blurEffect_flatOrTinyImage_isBlurred() {
    assertThat(BlurEffectBaseline.effect(BlurImage.grey(new byte[400], 20, 20))).isEqualTo(1);
    assertThat(BlurEffectBaseline.effect(BlurImage.grey(new byte[1], 1, 1))).isEqualTo(1);
  }

  private static BlurImage colourPattern(int width, int height) {
    byte[] right = pattern(width + 1, height).pixels();
    byte[] here = pattern(width, height).pixels();
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < here.length; i++) {
      rgb[3 * i] = here[i];
      rgb[3 * i + 1] = right[i / width * (width + 1) + i % width + 1];
      rgb[3 * i + 2] = (byte) (255 - (here[i] & 0xFF));
    }
    return BlurImage.rgb(rgb, width, height);
  }

  // Pillow 9.4 and NumPy 1.24, with the package's own steps.
  @ParameterizedTest
  @CsvSource({
    "300, 200, 0.6068983382920614, 0.5447537780521078",
    "2000, 1500, 0.8458614248244825, 0.8878114658165623",
    "50, 40, 0.6917519047824953, 0.6582740838941417",
    "90, 600, 0.5119794389785286, 0.46417905839277085"
  })
  void cleanvision_matchesPillow(int width, int height, double grey, double colour) {
    assertThat(CleanvisionBaseline.quality(pattern(width, height))).isCloseTo(grey, within(1e-9));
    assertThat(CleanvisionBaseline.quality(colourPattern(width, height)))
        .isCloseTo(colour, within(1e-9));
  }

  @Test
  void cleanvision_scoreUnder29Percent_isBlurred() {
    byte[] edge = new byte[64 * 64];
    for (int i = 0; i < edge.length; i++) {
      edge[i] = (byte) (i % 251);
    }
    try (BlurScorer scorer = new CleanvisionBaseline().create(ScorerOptions.defaults())) {
      assertThat(scorer.threshold()).isEqualTo(0.71);
      for (BlurImage image : List.of(pattern(300, 200), BlurImage.grey(edge, 64, 64))) {
        assertThat(scorer.score(image).blurriness())
            .isEqualTo(1 - CleanvisionBaseline.quality(image));
      }
    }
  }

  @Test
  void all_areFoundButNoneOffersItself() {
    assertThat(BlurScorers.load().providers())
        .filteredOn(provider -> provider.name().startsWith("baseline-"))
        .hasSize(4)
        .allSatisfy(provider -> assertThat(provider.priority()).isZero());
  }

  @Test
  void reference_withoutTrees_saysWhatItNeeds() {
    assertThatThrownBy(() -> new ReferenceBaseline().create(ScorerOptions.defaults()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("trees.json");
  }

  @Test
  void reference_matchesTheServicesOwnScores() throws IOException {
    Path shared = Path.of(System.getProperty("blur.root", "..")).resolve("../shared");
    Path trees = shared.resolve("reference/trees.json");
    assumeTrue(Files.exists(trees), "skipped: no " + trees);
    List<String> rows = Files.readAllLines(shared.resolve("reference/golden.csv"));
    int image = 0;
    int column = List.of(rows.get(0).split(",")).indexOf("service_score");
    try (BlurScorer scorer =
        new ReferenceBaseline().create(ScorerOptions.defaults().withModel(trees))) {
      for (int i = 1; i < rows.size(); i += 9) {
        String[] cells = rows.get(i).split(",");
        BlurImage photo =
            ImageDecoder.defaults().decode(shared.resolve("data").resolve(cells[image]));
        assertThat(scorer.score(photo).blurriness())
            .as(cells[image])
            .isCloseTo(Double.parseDouble(cells[column]), within(1e-3));
      }
    }
  }
}
