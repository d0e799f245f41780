package io.github.blurdetect.tree.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.tree.TreeModel;
import io.github.blurdetect.tree.training.TrainingTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainTreeVerbTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("blur.root", "..")).resolve("data/samples");

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  /** A clear and a blurred photo, a marginal one of which a third was read and one nobody read. */
  @BeforeEach
  void lay() throws IOException {
    copy("Good_License/letter-en-0009_0.jpg", "Good_License/a_0.jpg");
    copy("Bad_License/invoice-en-0003_0.jpg", "Bad_License/b_0.jpg");
    copy("Good_License/licence-en-0001_0.jpg", "Marginal/c_0.jpg");
    copy("Good_License/card-en-0007_0.jpg", "Marginal/d_0.jpg");
    Files.write(
        folder.resolve("photos.jsonl"),
        List.of(
            line("Good_License/a_0.jpg", "1.05"),
            line("Bad_License/b_0.jpg", "0"),
            line("Marginal/c_0.jpg", "0.66"),
            line("Marginal/d_0.jpg", "null")));
  }

  @Test
  void measure_withMarginal_addsThoseOfWhichWordsWereRead() throws Exception {
    TrainingTable table = measure(true);

    assertThat(table.marginal())
        .extracting(TrainingTable.Row::name)
        .containsOnly("Marginal/c_0.jpg");
    assertThat(table.marginal()).extracting(TrainingTable.Row::target).containsOnly(0.5);
    assertThat(table.rows())
        .extracting(TrainingTable.Row::target)
        .containsExactly(0.5 / 3, 2.5 / 3);
  }

  @Test
  void measure_labelledOnly_ranksThoseAlone() throws Exception {
    TrainingTable table = measure(false);

    assertThat(table.marginal()).isEmpty();
    assertThat(table.rows()).extracting(TrainingTable.Row::target).containsExactly(0.25, 0.75);
  }

  @ParameterizedTest
  @CsvSource({
    "--depth 13, maxDepth is 13.0",
    "--trees 0, maxRounds is 0.0",
    "--learning-rate 1.5, learningRate is 1.5",
    "--child-weight -1, minChildWeight is -1.0",
    "--kind SINGLE --depth 3, are for --kind boosted"
  })
  void train_settingOutOfRange_isBadUsageBeforeAnythingIsMeasured(String words, String message) {
    int status = run((folder + " " + words).split(" ", -1));

    assertThat(status).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void train_settings_areThoseOfTheModel() throws Exception {
    for (int copy = 1; copy < 6; copy++) {
      copy("Good_License/letter-en-0009_0.jpg", "Good_License/a" + copy + "_0.jpg");
      copy("Bad_License/invoice-en-0003_0.jpg", "Bad_License/b" + copy + "_0.jpg");
    }
    Path out = folder.resolve("tree.json");
    String words = " --trees 7 --depth 2 --learning-rate 0.5 --child-weight 0 --out ";

    int status = run((folder + words + out + " --cache " + folder.resolve("f.tsv")).split(" ", -1));

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    TreeModel model = TreeModel.load(out);
    assertThat(model.treeCount()).isBetween(1, 7);
    assertThat(model.depth()).isBetween(1, 2);
    assertThat(Files.readString(out)).contains("--trees 7 --depth 2");
  }

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("train_tree"));
    all.addAll(List.of(words));
    return Blur.run(
        new PrintWriter(new StringWriter()), new PrintWriter(err), all.toArray(new String[0]));
  }

  private TrainingTable measure(boolean withMarginal) throws Exception {
    return FeatureTable.measure(
            LabelledFolder.open(folder),
            withMarginal,
            photo -> 1,
            0,
            FeatureExtractor.defaults(),
            folder.resolve("features.tsv"),
            1,
            () -> {})
        .table();
  }

  private void copy(String sample, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.copy(SAMPLES.resolve(sample), file);
  }

  private static String line(String name, String share) {
    return "{\"image\":\"%s\",\"group\":\"%s\",\"word_share\":%s}"
        .formatted(name, name.charAt(name.indexOf('/') + 1), share);
  }
}
