package io.github.blurdetect.dataset.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.dataset.evaluation.EvaluationResult;
import io.github.blurdetect.dataset.evaluation.FailedPhoto;
import io.github.blurdetect.dataset.evaluation.ScoredPhoto;
import io.github.blurdetect.dataset.folder.LabelledFolder;
import io.github.blurdetect.dataset.folder.LabelledPhoto;
import io.github.blurdetect.dataset.metrics.ConfusionMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class EvaluationReportTest {
  private static final int[] NOISE = {12, 0, 3, 6};

  @TempDir Path root;
  private final List<ScoredPhoto> scored = new ArrayList<>();
  private EvaluationResult result = empty();

  private EvaluationResult empty() {
    try {
      Path none = Files.createTempDirectory("none");
      for (String name : List.of("Good_License/a.jpg", "Bad_License/b.jpg")) {
        Files.createDirectories(none.resolve(name).getParent());
        Files.write(none.resolve(name), new byte[0]);
      }
      return new EvaluationResult(
          "made-up", 0.5, LabelledFolder.open(none), List.of(), List.of(), List.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** 20 clear photos with scores 0, 0.04 ... 0.76; 20 blurred with 1, 0.96 ... 0.24. */
  @BeforeEach
  void layOut() throws IOException {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      boolean blurred = i >= 20;
      String name =
          (blurred ? "Bad_License/" : "Good_License/") + "<p&'" + i % 10 + "_" + i + ".png";
      picture(name, i);
      records.append(
          String.format(
              "{\"image\":\"%s\",\"group\":\"g%d\",\"seed\":%d,\"noise_sigma\":%d,\"width\":%d,"
                  + "\"x_height\":%d.5,\"blur\":{\"kind\":\"%s\",\"kernel\":\"\"},"
                  + "\"lines\":[{\"text\":\"x\"}],\"word_share\":%s}%n",
              name, i % 10, i, NOISE[i % 4], i, i, blurred ? "<motion>" : "none", blurred ? 0 : 1));
    }
    picture("Marginal/m_1.png", 7);
    Files.writeString(root.resolve("photos.jsonl"), records);
    LabelledFolder folder = LabelledFolder.open(root);
    for (LabelledPhoto photo : folder.photos()) {
      int number = Integer.parseInt(photo.name().replaceAll(".*_|\\.png", ""));
      double score = photo.blurred() ? 1 - (number - 20) * 0.04 : number * 0.04;
      BlurScore answer = number == 21 ? BlurScore.noText(0.9) : BlurScore.of(score);
      scored.add(new ScoredPhoto(photo, answer));
    }
    FailedPhoto failed = new FailedPhoto(scored.remove(39).photo(), "is <empty>");
    ScoredPhoto marginal = new ScoredPhoto(folder.marginal().get(0), BlurScore.of(0.5));
    result =
        new EvaluationResult("made-up", 0.5, folder, scored, List.of(marginal), List.of(failed));
  }

  private void picture(String name, int seed) throws IOException {
    BufferedImage image = new BufferedImage(450, 200, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 450; x++) {
      image.setRGB(x, (x * 7 + seed) % 200, 0xFFFFFF);
    }
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void figures_madeUpScores_matchCounts() {
    Figures figures = EvaluationReport.of(result).figures();
    // Clear above 0.5: 0.52 to 0.76. Blurred at most 0.5: numbers 33 to 39 but one that failed,
    // and the one without text.
    assertThat(figures.matrix().falseBlurred()).isEqualTo(7);
    assertThat(figures.matrix()).isEqualTo(result.confusion());
    assertThat(figures.matrix().total()).isEqualTo(39);
    assertThat(figures.blurredWithoutText()).isEqualTo(1);
    assertThat(figures.clearWithoutText()).isZero();
    assertThat(figures.wordsLostPhotos()).isEqualTo(38);
    assertThat(figures.wordsLostCorrelation()).isBetween(0.3, 0.9);
    assertThat(figures.f1Interval().low()).isLessThan(figures.matrix().blurred().f1());
    assertThat(figures.bestF1()).isGreaterThanOrEqualTo(figures.matrix().blurred().f1());
  }

  @Test
  void breakdowns_numbersAndTexts_areInOrderAndComplete() {
    List<Breakdown> breakdowns = EvaluationReport.of(result).breakdowns();
    assertThat(breakdowns)
        .extracting(Breakdown::key)
        .containsExactly("blur.kind", "noise_sigma", "x_height");
    assertThat(breakdowns.get(0).strata())
        .extracting(Stratum::value)
        .containsExactly("<motion>", "none");
    assertThat(breakdowns.get(0).strata().get(1).f1()).isNaN();
    assertThat(breakdowns.get(1).title()).isEqualTo("Noise sigma");
    assertThat(breakdowns.get(1).strata())
        .extracting(Stratum::value)
        .containsExactly("0", "3", "6", "12");
    assertThat(breakdowns.get(2).strata()).hasSize(4);
    assertThat(breakdowns.get(2).strata().get(0).value()).isEqualTo("0.5 to 9.5");
    for (Breakdown breakdown : breakdowns) {
      assertThat(breakdown.strata().stream().mapToInt(s -> s.matrix().total()).sum()).isEqualTo(39);
    }
    ConfusionMatrix noiseless = breakdowns.get(1).strata().get(0).matrix();
    assertThat(noiseless.total()).isEqualTo(10); // Numbers 1, 5, ... 37.
    assertThat(noiseless.falseBlurred()).isEqualTo(2); // 13 scores 0.52, 17 scores 0.68.
  }

  @Test
  void text_madeUpScores_tellsFiguresMistakesAndFailures() {
    String text = EvaluationReport.of(result).text();
    assertThat(text)
        .startsWith("scorer made-up, threshold 0.5000\n")
        .contains("f1-score   support")
        .contains("no text found in 0 clear and 1 blurred photos")
        .contains("Noise sigma")
        .contains("Clear photos called blurred: 7:\n   0.7600  Good_License/<p&'9_19.png\n")
        .contains("no text  Bad_License/<p&'1_21.png")
        .contains("Not scored: 1\n  Bad_License/<p&'9_39.png: is <empty>\n");
  }

  @Test
  void json_madeUpScores_holdsAllPhotosAndFigures() {
    EvaluationReport report = EvaluationReport.of(result);
    JsonObject json = JsonParser.parseString(report.json()).getAsJsonObject();
    JsonObject figures = json.getAsJsonObject("figures");
    assertThat(figures.get("roc_auc").getAsDouble())
        .isCloseTo(report.figures().rocAuc(), within(1e-15));
    assertThat(figures.getAsJsonObject("blurred").get("f1").getAsDouble())
        .isCloseTo(report.figures().matrix().blurred().f1(), within(1e-15));
    assertThat(json.getAsJsonArray("photos")).hasSize(40);
    assertThat(json.getAsJsonArray("failed")).hasSize(1);
    assertThat(json.getAsJsonArray("breakdowns")).hasSize(3);
    JsonObject last = json.getAsJsonArray("photos").get(39).getAsJsonObject();
    assertThat(last.get("label").getAsString()).isEqualTo("marginal");
  }

  @Test
  void html_madeUpScores_isWellFormedAndSelfContained() throws Exception {
    String html = EvaluationReport.of(result).html();
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(5);
    int mistakes = result.confusion().falseBlurred() + result.confusion().falseClear();
    assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(mistakes);
    assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(2 * mistakes);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("link").getLength()).isZero();
    assertThat(
            Pattern.compile("(src|href)=\"(?!data:)|url\\(|@import|https?:").matcher(html).find())
        .isFalse();
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).contains("made-up");
    assertThat(page.getDocumentElement().getTextContent()).contains("Bad_License/<p&'9_39.png");
  }

  @Test
  void html_photoGoneMeanwhile_saysSoInItsPlace() throws IOException {
    for (ScoredPhoto photo : scored) {
      Files.delete(photo.photo().file());
    }
    assertThat(EvaluationReport.of(result).html()).contains("no such file").doesNotContain("<img");
  }

  @Test
  void write_twice_givesTheSameThreeFiles() throws IOException {
    Path out = root.resolve("out/report");
    EvaluationReport.of(result).write(out);
    byte[] html = Files.readAllBytes(out.resolve("report.html"));
    EvaluationReport.of(result).write(out);
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(html);
    try (var files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.txt", "report.json", "report.html");
    }
  }

  @Test
  void of_oneClassOnly_leavesOutWhatCannotBeComputed() {
    EvaluationReport report = EvaluationReport.of(result.only(scored.subList(0, 20)));
    assertThat(report.figures().rocAuc()).isNaN();
    assertThat(report.text()).contains("ROC AUC –");
    assertThat(report.json()).contains("\"roc_auc\": null");
    assertThat(report.html()).contains("What was called what").doesNotContain("ROC curve");
  }

  @Test
  void of_nothingScored_isRefused() {
    assertThatThrownBy(() -> EvaluationReport.of(empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 scores");
  }

  @Test
  void plain_numbers_readAsPeopleWriteThem() {
    assertThat(Numbers.plain(12)).isEqualTo("12");
    assertThat(Numbers.plain(0.25)).isEqualTo("0.25");
    assertThat(Numbers.plain(0.123456)).isEqualTo("0.1235");
    assertThat(Numbers.plain(1e-7)).isEqualTo("0.0000001");
    assertThat(Numbers.rounded(1234.5)).isEqualTo("1235");
    assertThat(Numbers.rounded(0.98765)).isEqualTo("0.988");
    assertThat(Numbers.percent(0, 0)).isEqualTo("–");
  }
}
