package io.github.blurdetect.tree.training.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.cli.BlurVerb;
import io.github.blurdetect.cli.ExitCodes;
import io.github.blurdetect.features.LegibilityModel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitLegibilityVerbTest {

  private static final int WIDTH = 420;
  private static final int LINE = 32;
  private static final int LINES = 7;

  @TempDir private Path folder;
  private Path set = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Four pages, each sharp (all read) and blurred (nothing read). */
  @BeforeEach
  void draw() throws IOException {
    set = Files.createDirectories(folder.resolve("set"));
    List<String> log = new ArrayList<>();
    for (int page = 0; page < 4; page++) {
      BufferedImage sharp = page(page);
      log.add(write(sharp, page, "clear", 2));
      log.add(write(blurred(sharp), page, "blurred", 0));
    }
    Files.write(set.resolve("photos.jsonl"), log);
  }

  @Test
  void fit_sharpAndBlurredPages_tellsThemApart() throws IOException {
    Path file = folder.resolve("new/legibility.tsv");

    int status = run(set.toString(), "--out", file.toString(), "--ridge", "1", "--jobs", "2");

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    assertThat(out.toString())
        .containsPattern("held out by group, 4 folds: \\d+ cells, AUC [^\n]+ (1.0000|0.99\\d\\d),")
        .containsPattern("8 pages, Spearman of mean legibility with words read 0\\.[89]")
        .containsPattern("0.9 to 1.0 +[1-9]\\d* +0.9\\d\\d +1.000")
        .containsPattern("fitted against in use: correlation (0\\.9|1\\.0)\\d+")
        .contains("saved as " + file);
    assertThat(names(Files.readString(file))).isEqualTo(names(LegibilityModel.builtIn().text()));
  }

  @Test
  void fit_anyNumberOfJobs_writesTheSame() throws IOException {
    run(set.toString(), "--out", folder.resolve("one").toString(), "--jobs", "1");
    run(set.toString(), "--out", folder.resolve("two").toString(), "--jobs", "2");

    assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
  }

  @Test
  void fit_missingPhoto_isNamed() throws IOException {
    Files.delete(set.resolve("Bad_License/1_1.jpg"));

    int status = run(set.toString(), "--out", folder.resolve("new").toString());

    assertThat(status).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(err.toString()).contains("1_1.jpg").hasLineCount(1);
    assertThat(folder.resolve("new")).isNotEmptyFile();
  }

  @Test
  void fit_nothingReadByOcr_writesNothing() throws IOException {
    Path log = set.resolve("photos.jsonl");
    Files.writeString(
        log, Files.readString(log).replaceAll("\"words_read\":\\d", "\"words_read\":null"));

    int status = run(set.toString(), "--out", folder.resolve("new").toString());

    assertThat(status).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("no cell of 8 photos lies on a line that was read");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void fit_badRidge_isBadUsage() {
    int status = run(set.toString(), "--out", folder.resolve("new").toString(), "--ridge=-1");

    assertThat(status).isEqualTo(ExitCodes.USAGE);
    assertThat(err.toString()).contains("--ridge -1.0");
  }

  @Test
  void services_nameTheVerb() {
    assertThat(ServiceLoader.load(BlurVerb.class).stream().map(ServiceLoader.Provider::type))
        .contains(FitLegibilityVerb.class);
  }

  private int run(String... args) {
    List<String> words = new ArrayList<>(List.of("fit_legibility"));
    words.addAll(List.of(args));
    return Blur.run(new PrintWriter(out), new PrintWriter(err), words.toArray(new String[0]));
  }

  private static List<String> names(String model) {
    return model
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  private static BufferedImage page(int page) {
    BufferedImage image =
        new BufferedImage(WIDTH, (LINES + 1) * LINE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    for (int line = 0; line < LINES; line++) {
      pen.drawString(
          "quick brown fox " + (page * 731 + line * 97) + " jumped over", 20, baseline(line));
    }
    pen.dispose();
    return image;
  }

  private static int baseline(int line) {
    return (line + 1) * LINE;
  }

  private static BufferedImage blurred(BufferedImage sharp) {
    int side = 9;
    float[] weights = new float[side * side];
    Arrays.fill(weights, 1f / weights.length);
    ConvolveOp blur = new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null);
    return blur.filter(blur.filter(sharp, null), null);
  }

  private String write(BufferedImage image, int page, String label, int read) throws IOException {
    String name =
        (read > 0 ? "Good_License/" : "Bad_License/") + page + (read > 0 ? "_0" : "_1") + ".jpg";
    Files.createDirectories(set.resolve(name).resolveSibling(""));
    ImageIO.write(image, "jpg", set.resolve(name).toFile());
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < LINES; line++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "{\"box\":[0,%d,%d,%d],\"text\":\"quick fox\",\"role\":\"content\",\"x_height\":10,"
                  + "\"rms_radius_px\":1,\"words\":2,\"words_read\":%d}",
              baseline(line) - 24,
              WIDTH,
              baseline(line) + 8,
              read));
    }
    return String.format(
        Locale.ROOT,
        "{\"image\":\"%s\",\"group\":\"%d\",\"seed\":1,\"width\":1,\"height\":1,\"x_height\":10,"
            + "\"scale\":1,\"noise_sigma\":0,\"jpeg_quality\":75,\"scene\":\"flat\",\"blur\":{"
            + "\"kind\":\"gaussian\",\"kernel\":\"\",\"rms_radius_px\":1,\"strength\":0.1,"
            + "\"coverage\":\"whole\"},\"lines\":[%s],\"word_share\":%d,\"label\":\"%s\","
            + "\"label_by\":\"ocr\"}",
        name,
        page,
        String.join(",", lines),
        read / 2,
        label);
  }
}
