package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Golden values: the Python system's network, run by PyTorch 1.13 on Pillow 9.4's resizing. */
class ReferenceModelTest {

  private static Path shared(String name) {
    Path path = Path.of(System.getProperty("blur.root", "..")).resolve("../shared").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "needs " + path);
    return path;
  }

  @Test
  void score_goldenImages_withinOneThousandth() throws IOException {
    List<String> rows = Files.readAllLines(shared("reference/golden.csv"));
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",", -1);
        BlurImage image = ImageDecoder.defaults().decode(shared("data").resolve(cells[0]));
        assertThat(scorer.score(image).blurriness())
            .as(cells[0])
            .isCloseTo(Double.parseDouble(cells[6]), within(1e-3));
      }
    }
  }

  @Test
  void score_tinyImages_isAProbability() {
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      for (int side : new int[] {1, 2, 3, 7}) {
        BlurScore score = scorer.score(BlurImage.grey(new byte[side * side], side, side));
        assertThat(score.blurriness()).as("side %d", side).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void score_greyImage_equalsRgbOfEqualChannels() {
    byte[] grey = new byte[50 * 40];
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (i * 7 + i / 50 * 13);
      rgb[3 * i] = grey[i];
      rgb[3 * i + 1] = grey[i];
      rgb[3 * i + 2] = grey[i];
    }
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      assertThat(scorer.score(BlurImage.grey(grey, 50, 40)))
          .isEqualTo(scorer.score(BlurImage.rgb(rgb, 50, 40)));
    }
  }

  @Test
  void run_sideUnderEight_isRefused() {
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      assertThatThrownBy(() -> scorer.model().run(new byte[3 * 7 * 9], 1, 7, 9))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("batch is 1 images of 9 x 7, expected at least 1 of 8 x 8");
    }
  }

  @Test
  void run_wrongLength_isRefused() {
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      assertThatThrownBy(() -> scorer.model().run(new byte[10], 1, 8, 8))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("pixel array has 10 bytes, expected 192");
    }
  }

  @Test
  void score_afterClose_isRefused() {
    CnnScorer scorer = CnnScorer.createReference(1);
    scorer.close();
    scorer.close();
    assertThatThrownBy(() -> scorer.score(BlurImage.grey(new byte[64], 8, 8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CNN model cnn-reference-weights.onnx has been closed");
  }

  @Test
  void describe_modelInfo_namesInputAndProfile() {
    try (CnnScorer scorer = CnnScorer.createReference(1)) {
      CnnModelInfo info = scorer.model().info();
      assertThat(info.name()).isEqualTo("cnn-reference");
      assertThat(info.profile()).isEqualTo("reference");
      assertThat(info.stride()).isEqualTo(8);
      assertThat(info.describe())
          .contains("input image      uint8 [N, 3, H, W]", "outputs          score, map");
    }
  }
}
