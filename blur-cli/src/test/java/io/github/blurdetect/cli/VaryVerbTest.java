package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaryVerbTest {

  @TempDir private Path folder;
  private Path in = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void draw() throws IOException {
    in = folder.resolve("in");
    out = folder.resolve("out");
    photo(in.resolve("one_1.jpg"), "jpg");
    photo(in.resolve("deeper/two.png"), "png");
  }

  @Test
  void vary_folder_makesALabelledSet() throws IOException {
    CliRun run = CliRun.of("vary", in.toString(), out.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEqualTo(out + ": 6 clear, 6 blurred" + System.lineSeparator());
    LabelledFolder set = LabelledFolder.open(out);
    assertThat(set.photos()).hasSize(12).filteredOn(LabelledPhoto::blurred).hasSize(6);
    assertThat(set.photos())
        .extracting(LabelledPhoto::group)
        .containsOnly("one_1", "two")
        .hasSize(12);
    String motion = "Bad_License/two_5.jpg";
    assertThat(set.records().text(motion, "blur.kind")).contains("motion");
    assertThat(set.records().text(motion, "label")).contains("blurred");
    assertThat(set.records().text(motion, "label_by")).contains("recipe");
    assertThat(set.records().number(motion, "width")).isEqualTo(OptionalDouble.of(150));
    assertThat(set.records().number(motion, "blur.rms_radius_px").orElseThrow())
        .isBetween(2.85, 2.93);
    assertThat(set.records().text("Good_License/one_1_2.jpg", "blur.kind")).contains("none");
  }

  @Test
  void vary_only_takesThesePhotos() throws IOException {
    CliRun run = CliRun.of("vary", "--only", "two", in.toString(), out.toString());

    assertThat(run.status()).isZero();
    assertThat(LabelledFolder.open(out).photos())
        .hasSize(6)
        .allMatch(photo -> photo.group().equals("two"));
  }

  @Test
  void vary_sameNamesInTwoFolders_areTwoGroups() throws IOException {
    photo(in.resolve("other/two.jpg"), "jpg");

    CliRun run = CliRun.of("vary", in + "/deeper/two.png", in + "/other", out.toString());

    assertThat(run.status()).isZero();
    assertThat(LabelledFolder.open(out).photos())
        .extracting(LabelledPhoto::group)
        .containsOnly("two", "two-2");
  }

  @Test
  void vary_brokenPhoto_isNamedAndTheOthersAreMade() throws IOException {
    Files.writeString(in.resolve("broken.jpg"), "no photo");
    Files.write(in.resolve("small.png"), TestImages.png(9));

    CliRun run = CliRun.of("vary", in.toString(), out.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("broken.jpg").contains("small.png: photo is 40 x 40");
    assertThat(run.out()).contains("6 clear, 6 blurred");
  }

  @Test
  void vary_intoASet_leavesItAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("photos.jsonl"), "mine");

    CliRun run = CliRun.of("vary", in.toString(), out.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("photos.jsonl is there already");
    assertThat(out.resolve("photos.jsonl")).hasContent("mine");
  }

  @Test
  void vary_badUsage_saysWhatIsWrong() {
    for (List<String> args :
        List.of(
            List.of(in.toString(), out.toString(), "--only=two,three", "[three]"),
            List.of(in + "/none", out.toString(), "none: no such file or folder"),
            List.of(in.toString(), in + "/one_1.jpg", "which is no folder"),
            List.of(in.toString(), "requires at least 2 values"))) {
      String[] words = new String[args.size()];
      words[0] = "vary";
      for (int i = 1; i < words.length; i++) {
        words[i] = args.get(i - 1);
      }

      CliRun run = CliRun.of(words);

      assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
      assertThat(run.err()).contains(args.get(args.size() - 1));
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void vary_help_saysWhatItIsFor() {
    CliRun run = CliRun.of("vary", "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("IN... OUT", "--only", "good photos only", "70 % and to")
        .doesNotContain("OUT...");
  }

  private static void photo(Path file, String format) throws IOException {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 300, 200);
    pen.setColor(Color.BLACK);
    for (int x = 10; x < 290; x += 12) {
      pen.fillRect(x, 10, 5, 180);
    }
    pen.dispose();
    Files.createDirectories(file.resolveSibling(""));
    ImageIO.write(image, format, file.toFile());
  }
}
