package io.github.blurdetect.training.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.stacking.StackerModel;
import io.github.blurdetect.stacking.StackingScorer;
import io.github.blurdetect.stacking.fit.ScoreTableCsv;
import io.github.blurdetect.tree.training.OutOfFold;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStackingVerbTest {
  private record Run(int status, String out, String err) {}

  @TempDir private static Path folder = Path.of("");

  /** 60 pages, 4 photos each; two pixels whose brightness follows the label with own errors. */
  @BeforeAll
  static void makePhotos() throws IOException {
    SplittableRandom random = new SplittableRandom(51);
    for (int i = 0; i < 240; i++) {
      boolean blurred = random.nextBoolean();
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(0, 0, 0, brightness(blurred, 1.4, random));
      image.getRaster().setSample(1, 0, 0, brightness(blurred, 2.2, random));
      Path file =
          folder
              .resolve("photos")
              .resolve(blurred ? "Bad_License" : "Good_License")
              .resolve("page%02d_%d.png".formatted(i / 4, i % 4));
      Files.createDirectories(file.resolveSibling(""));
      ImageIO.write(image, "png", file.toFile());
    }
  }

  private static int brightness(boolean blurred, double skill, SplittableRandom random) {
    double z = (blurred ? skill : -skill) + 1.3 * (random.doubles(12).sum() - 6);
    return (int) Math.round(255 / (1 + Math.exp(-z)));
  }

  private static Run train(String... more) {
    List<String> args = new ArrayList<>(List.of("train_stacking"));
    args.addAll(List.of("--out", folder.resolve("out/stack.json").toString()));
    args.addAll(List.of(more));
    args.add(folder.resolve("photos").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Blur.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }

  @Test
  void train_plugIns_savesAStackThatLoadsAndScores() throws IOException {
    Run run = train("--member", "first", "--member", "second", "--first", "first");

    assertThat(run.err()).doesNotContain("blur:");
    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out())
        .contains("logistic", "depth-3 tree", "boosted", "alone: first", "alone: second")
        .contains("precision", "Confusion matrix", "expected calibration error", "cascade");
    StackerModel model = StackerModel.load(folder.resolve("out/stack.json"));
    assertThat(model.metadata()).containsEntry("photos", "240");
    assertThat(model.metadata().get("command")).startsWith("blur train_stacking ");
    assertThat(model.metadata().get("command")).doesNotContain("train_stacking train_stacking");
    assertThat(ScoreTableCsv.read(folder.resolve("out/out-of-fold.csv")).rows()).hasSize(240);
    try (BlurScorer scorer =
        StackingScorer.create("s", model, BlurScorers.load(), ScorerOptions.defaults())) {
      double clear = scorer.score(BlurImage.grey(new byte[] {60, 40}, 2, 1)).blurriness();
      double blurred =
          scorer.score(BlurImage.grey(new byte[] {(byte) 190, (byte) 220}, 2, 1)).blurriness();
      assertThat(clear).isLessThan(0.2);
      assertThat(blurred).isGreaterThan(0.8);
    }
  }

  @Test
  void train_outOfFoldScores_areTakenInPlaceOfTheScorer() throws IOException {
    List<OutOfFold.Row> rows = new ArrayList<>();
    try (var files = Files.walk(folder.resolve("photos"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.resolve("photos").relativize(file).toString();
        boolean blurred = name.startsWith("Bad");
        rows.add(new OutOfFold.Row(name, "g", blurred, 0, name.endsWith("_0.png") ? 0.5 : 0.25));
      }
    }
    Path scores = folder.resolve("first.tsv");
    new OutOfFold(rows.subList(0, 200)).write(scores);

    Run run =
        train(
            "--member",
            "first=models/x.json",
            "--member",
            "second",
            "--first",
            "none",
            "--out-of-fold",
            "first=" + scores);

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out()).contains("no cascade");
    var table = ScoreTableCsv.read(folder.resolve("out/out-of-fold.csv"));
    assertThat(table.rows()).hasSize(200);
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.scores().get(0)).isIn(0.25, 0.5));
    assertThat(StackerModel.load(folder.resolve("out/stack.json")).members().get(0).model())
        .hasValueSatisfying(path -> assertThat(path.toString()).endsWith("x.json"));
  }

  @Test
  void train_groups_leavesTheOthersOut() throws IOException {
    List<String> half = new ArrayList<>();
    for (int page = 0; page < 30; page++) {
      half.add("page%02d".formatted(page));
    }
    Path groups = Files.write(folder.resolve("groups.txt"), half);

    Run run =
        train(
            "--member",
            "first",
            "--member",
            "second",
            "--first",
            "none",
            "--groups",
            groups.toString());

    assertThat(run.err()).contains("120 of 240 photos are of groups");
    assertThat(ScoreTableCsv.read(folder.resolve("out/out-of-fold.csv")).rows())
        .hasSize(120)
        .allSatisfy(row -> assertThat(half).contains(row.group()));
  }

  @Test
  void train_twice_savesTheSameBytes() throws IOException {
    train("--member", "first", "--member", "second", "--first", "first", "--jobs", "1");
    byte[] first = Files.readAllBytes(folder.resolve("out/stack.json"));
    train("--member", "first", "--member", "second", "--first", "first", "--jobs", "4");
    assertThat(folder.resolve("out/stack.json")).hasBinaryContent(first);
  }

  @Test
  void train_badUsage_status2() {
    assertThat(train("--member", "nobody").status()).isEqualTo(ExitCodes.USAGE);
    assertThat(train("--member", "first", "--first", "second").err()).contains("--first is second");
    assertThat(train("--member", "first", "--member", "first", "--first", "first").err())
        .contains("given twice");
    assertThat(train("--member", "first", "--first", "first", "--out-of-fold", "x=y").err())
        .contains("--out-of-fold names x");
  }
}
