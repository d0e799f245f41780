package io.github.blurdetect.dataset.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  @TempDir Path root;

  @BeforeEach
  void layOut() throws IOException {
    int[] clear = {0, 10, 200, 30};
    int[] blurred = {250, 240, 20, 128};
    for (int i = 0; i < clear.length; i++) {
      write("Good_License/" + i + "_1.png", clear[i]);
      write("Bad_License/" + i + "_2.png", blurred[i]);
    }
    Files.write(root.resolve("Bad_License/9_1.jpg"), new byte[0]);
    write("Good_License/13_1.png", 13);
    write("Marginal/0_5.png", 100);
  }

  private void write(String name, int brightness) throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixel(0, 0, new int[] {brightness});
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  /** Scores the first pixel's brightness; fails at 13, finds no text at 128. */
  private static final class FirstPixel implements BlurScorer {
    final ConcurrentHashMap<String, Boolean> threads = new ConcurrentHashMap<>();

    @Override
    public String name() {
      return "first-pixel";
    }

    @Override
    public BlurScore score(BlurImage image) {
      threads.put(Thread.currentThread().getName(), true);
      int value = image.luma().get(0, 0);
      if (value == 13) {
        throw new IllegalStateException("unlucky");
      }
      return value == 128 ? BlurScore.noText(0.9) : BlurScore.of(value / 255.0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50})
  void run_anyThreads_scoresAllAndListsFailures(int threads) throws Exception {
    List<Integer> progress = new ArrayList<>();
    EvaluationResult result =
        Evaluation.defaults()
            .withThreads(threads)
            .withProgress((done, total) -> progress.add(done * 100 + total))
            .run(new FirstPixel(), LabelledFolder.open(root));
    assertThat(result.scored())
        .extracting(scored -> scored.photo().name())
        .containsExactly(
            "Good_License/0_1.png",
            "Good_License/1_1.png",
            "Good_License/2_1.png",
            "Good_License/3_1.png",
            "Bad_License/0_2.png",
            "Bad_License/1_2.png",
            "Bad_License/2_2.png",
            "Bad_License/3_2.png");
    assertThat(result.failed()).hasSize(2);
    assertThat(result.failed().get(0).error()).isEqualTo("unlucky");
    assertThat(result.failed().get(1).photo().name()).isEqualTo("Bad_License/9_1.jpg");
    assertThat(result.failed().get(1).error()).contains("9_1.jpg");
    assertThat(progress)
        .containsExactly(
            111, 211, 311, 411, 511, 611, 711, 811, 911, 1011, 1111); // the marginal one too
    // The photo without text is not called blurred, whatever its score.
    assertThat(result.confusion()).isEqualTo(new ConfusionMatrix(3, 1, 2, 2));
    assertThat(result.groups()).containsExactly("0", "1", "2", "3", "0", "1", "2", "3");
    assertThat(result.withThreshold(0.95).confusion()).isEqualTo(new ConfusionMatrix(4, 0, 3, 1));
    assertThat(result.only(result.scored().subList(4, 8)).confusion())
        .isEqualTo(new ConfusionMatrix(0, 0, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void run_photoInColour_isDecodedAsTheScorerNeedsIt(boolean needsColour) throws Exception {
    Path photo = root.resolve("colour/Good_License/1_1.png");
    Files.createDirectories(photo.getParent());
    write("colour/Bad_License/2_1.png", 0);
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    List<BlurImage.Layout> seen = new ArrayList<>();
    BlurScorer scorer =
        new BlurScorer() {
          @Override
          public String name() {
            return "onlooker";
          }

          @Override
          public boolean needsColour() {
            return needsColour;
          }

          @Override
          public BlurScore score(BlurImage image) {
            seen.add(image.layout());
            return BlurScore.of(0);
          }
        };
    Evaluation.defaults().run(scorer, LabelledFolder.open(root.resolve("colour")));
    assertThat(seen)
        .containsExactly(
            needsColour ? BlurImage.Layout.RGB : BlurImage.Layout.GREY, BlurImage.Layout.GREY);
  }

  @Test
  void forEach_severalThreads_doesEachOnce() throws Exception {
    int[] times = new int[1000];
    Workers.forEach(times.length, 4, i -> times[i]++);
    assertThat(times).containsOnly(1);
  }

  @Test
  void forEach_workThrows_isPassedOn() {
    for (int threads : new int[] {1, 3}) {
      assertThatThrownBy(
              () ->
                  Workers.forEach(
                      5,
                      threads,
                      i -> {
                        throw new IllegalStateException("at work");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("at work");
    }
  }

  @Test
  void forEach_interrupted_stops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Workers.forEach(5, 1, i -> {}))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void withThreads_zero_isRefused() {
    assertThatThrownBy(() -> Evaluation.defaults().withThreads(0))
        .hasMessage("threads is 0, expected at least 1");
  }
}
