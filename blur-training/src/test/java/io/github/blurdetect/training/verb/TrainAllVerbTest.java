package io.github.blurdetect.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAllVerbTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  @Tag("slow")
  void trainAll_eightyImages_leavesModelsThatScore() throws IOException {
    Path train = DrawnPhotos.write(folder.resolve("Train"), 80);
    Path test = DrawnPhotos.write(folder.resolve("Test"), 24);
    Path output = folder.resolve("output");
    String[] command = {
      "train_all",
      train.toString(),
      "--test",
      test.toString(),
      "--out",
      output.toString(),
      "--epochs",
      "2",
      "--steps",
      "8",
      "--holdout",
      "0.5",
      "--threads",
      "1"
    };
    assertThat(run(command)).as(err.toString()).isEqualTo(ExitCodes.OK);
    assertThat(out.toString()).contains("precision", "Confusion matrix", "expected calibration");
    // Everything lies below the one folder, so that it can be moved or removed as a whole.
    assertThat(output.resolve("cache/features.tsv")).exists();
    assertThat(output.resolve("decision_tree/tree.json")).exists();
    assertThat(output.resolve("total_image/cnn.onnx")).exists();
    assertThat(Path.of("data/output/cache/features.tsv")).doesNotExist();

    ScorerOptions options =
        ScorerOptions.defaults().withModel(output.resolve("stacking/stacking.json"));
    try (BlurScorer stack = BlurScorers.load().provider("default").create(options)) {
      BlurScore sharp = stack.score(ImageDecoder.defaults().decode(photo(test, "Good_License")));
      BlurScore smeared = stack.score(ImageDecoder.defaults().decode(photo(test, "Bad_License")));
      assertThat(smeared.blurriness()).isGreaterThan(sharp.blurriness());
    }

    int before = err.toString().length();
    assertThat(run(command)).isEqualTo(ExitCodes.OK);
    assertThat(err.toString().substring(before))
        .as("done steps are left")
        .doesNotContain("round 1");
  }

  private int run(String... args) {
    return Blur.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static Path photo(Path root, String label) throws IOException {
    try (var files = Files.list(root.resolve(label))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }
}
