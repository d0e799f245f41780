package io.github.blurdetect.dataset.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.dataset.evaluation.Evaluation;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir private Path root = Path.of("");

  /** Eight photos; the first four are quiet, the others noisy; a pixel says how bright. */
  @BeforeEach
  void layOut() throws IOException {
    int[] brightness = {10, 200, 20, 220, 30, 90, 160, 240};
    boolean[] blurred = {false, true, false, true, false, true, false, true};
    List<String> records = new ArrayList<>();
    for (int i = 0; i < brightness.length; i++) {
      String name = (blurred[i] ? "Bad_License/p" : "Good_License/p") + i + "_0.png";
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(0, 0, 0, brightness[i]);
      Path file = root.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      ImageIO.write(image, "png", file.toFile());
      records.add(
          """
          {"image":"%s","group":"p%d","noise_sigma":%d,"blur":{"kind":"%s","coverage":"whole"}}"""
              .formatted(name, i, i < 4 ? 0 : 12, blurred[i] ? "motion" : "none"));
    }
    Files.write(root.resolve("photos.jsonl"), records);
  }

  private record Pixel(String name, ToDoubleFunction<Integer> of) implements BlurScorer {
    @Override
    public BlurScore score(BlurImage image) {
      return BlurScore.of(of.applyAsDouble(image.luma().get(0, 0)));
    }
  }

  private EvaluationResult evaluate(String name, ToDoubleFunction<Integer> of) throws Exception {
    return Evaluation.defaults().run(new Pixel(name, of), LabelledFolder.open(root));
  }

  @Test
  void markdown_twoScorers_haveFiguresByPart() throws Exception {
    Comparison comparison =
        new Comparison(
            List.of(
                evaluate("bright", value -> value / 255.0),
                evaluate(
                    "perfect", value -> value % 100 == 0 || value > 200 || value == 90 ? 1 : 0)));
    String text = comparison.markdown();
    // bright calls 160 blurred and 90 clear: 3 hits, 1 miss, 1 false alarm.
    assertThat(text)
        .containsPattern(
            "\\| bright \\| 0.5000 \\| 0.750 \\(0.\\d+–1.000\\) \\| 0.750 \\| 0.750 \\| 0.9375 \\| 0.889 \\|")
        .contains("| perfect | 0.5000 | 1.000 (1.000–1.000) | 1.000 | 1.000 | 1.0000 | 1.000 |")
        .contains("| photos | clear | blurred | bright | perfect |")
        .contains("| all | 4 | 4 |")
        .contains("| noise sigma: 0 to 1.5 | 2 | 2 | 1.000 (")
        .containsPattern("\\| noise sigma: 9 to 20 \\| 2 \\| 2 \\| 0.500 ")
        .contains("| blur: motion | 0 | 4 | 75.0 % right | 100.0 % right |")
        .contains("| blur: none | 4 | 0 | 75.0 % right | 100.0 % right |")
        .doesNotContain("blur: defocus", "scale:", "JPEG");
    assertThat(text).isEqualTo(comparison.markdown());
  }

  @Test
  void new_nothingOrTwoFolders_isRefused() throws Exception {
    assertThatThrownBy(() -> new Comparison(List.of())).hasMessageContaining("at least one");
    EvaluationResult here = evaluate("x", value -> 0.5);
    Path other = Files.createDirectory(root.resolve("other"));
    for (String label : List.of("Good_License", "Bad_License")) {
      Files.createDirectories(other.resolve(label));
      Files.copy(root.resolve("Good_License/p0_0.png"), other.resolve(label).resolve("q_0.png"));
    }
    EvaluationResult there =
        Evaluation.defaults().run(new Pixel("y", value -> 0.5), LabelledFolder.open(other));
    assertThatThrownBy(() -> new Comparison(List.of(here, there)))
        .hasMessageContaining("expected one folder");
  }
}
