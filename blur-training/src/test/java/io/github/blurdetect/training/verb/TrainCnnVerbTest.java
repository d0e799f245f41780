package io.github.blurdetect.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.cnn.CnnModel;
import io.github.blurdetect.cnn.CnnScorer;
import io.github.blurdetect.image.ImageDecoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCnnVerbTest {
  private static final int IMAGES = 40;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Blur.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private Path photos() throws IOException {
    return DrawnPhotos.write(folder.resolve("Train"), IMAGES);
  }

  @Test
  @Tag("slow")
  void trainCnn_fortyImages_givesAModelThatTellsThemApart() throws IOException {
    Path photos = photos();
    Path output = folder.resolve("out");
    String[] command = {
      "train_cnn",
      photos.toString(),
      "--out",
      output.toString(),
      "--cache",
      folder.resolve("cache").toString(),
      "--topology",
      "tiny",
      "--epochs",
      "4",
      "--steps",
      "25",
      "--batch",
      "8",
      "--crop",
      "64",
      "--tiles",
      "6",
      "--synthetic",
      "0",
      "--learning-rate",
      "0.005",
      "--holdout",
      "0.3",
      "--int8"
    };
    assertThat(run(command)).as(err.toString()).isEqualTo(ExitCodes.OK);
    assertThat(err.toString()).contains("training tiny on", "round 4: loss", "pooling fitted to");
    assertThat(out.toString().strip()).isEqualTo(output.resolve("cnn.onnx").toString());
    // 40 photos of 10 pages, 3 of them held out.
    assertThat(Files.readAllLines(output.resolve("held-out.txt"))).hasSize(3).isSorted();
    for (String model : new String[] {"cnn.onnx", "cnn-int8.onnx"}) {
      check(output.resolve(model));
    }
    exportInIntegers(output.resolve("best-f1.ckpt"));

    // Once more: nothing is left to do but to write the model.
    StringWriter before = new StringWriter().append(err.toString());
    assertThat(run(command)).isEqualTo(ExitCodes.OK);
    assertThat(err.toString().substring(before.toString().length())).doesNotContain("round 1");
  }

  private void exportInIntegers(Path checkpoint) throws IOException {
    Path tiles;
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      tiles = files.filter(f -> f.toString().endsWith(".bin")).findFirst().orElseThrow();
    }
    Path model = folder.resolve("exported.onnx");
    String[] command = {
      "model", "export", "--int8", tiles.toString(), checkpoint.toString(), model.toString()
    };
    assertThat(run(command)).as(err.toString()).isEqualTo(ExitCodes.OK);
    try (CnnModel exported = CnnModel.load(Files.readAllBytes(model), "exported", 1)) {
      assertThat(exported.info().metadata()).containsEntry("precision", "int8");
    }
  }

  private static void check(Path model) throws IOException {
    ScorerOptions options = ScorerOptions.defaults().withModel(model);
    try (CnnScorer scorer = CnnScorer.create(options)) {
      assertThat(scorer.model().info().metadata())
          .containsEntry("topology", "tiny")
          .containsKeys("pool_bias", "training_data", "seed", "git_commit", "labels");
      Path fresh = model.resolveSibling("fresh.png");
      double sharp = 0;
      double soft = 0;
      for (int seed = 100; seed < 104; seed++) {
        ImageIO.write(DrawnPhotos.page(seed), "png", fresh.toFile());
        sharp += scorer.score(ImageDecoder.defaults().decode(fresh)).blurriness();
        ImageIO.write(DrawnPhotos.blurred(DrawnPhotos.page(seed)), "png", fresh.toFile());
        soft += scorer.score(ImageDecoder.defaults().decode(fresh)).blurriness();
      }
      assertThat(soft).as(model.toString()).isGreaterThan(sharp + 1);
    }
  }

  @Test
  void trainCnn_unknownTopology_isBadUsage() {
    assertThat(run("train_cnn", "x", "--topology", "huge")).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("topology is 'huge', expected compact, reference");
  }

  @Test
  void modelExport_checkpointOfAnotherKind_failsWithOneLine() throws IOException {
    Path file = Files.write(folder.resolve("x.ckpt"), new byte[20]);
    assertThat(run("model", "export", file.toString(), folder.resolve("y.onnx").toString()))
        .isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("not a training checkpoint").doesNotContain("\tat ");
    assertThat(folder.resolve("y.onnx")).doesNotExist();
  }
}
