package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPhotoTest {
  @TempDir Path folder;

  private static String photo(String name, int firstRead, int secondRead) {
    return """
        {"image":"Good_License/%s","group":"7","label":"clear","lines":[\
        {"box":[1,2,30,12],"text":"A B C D","x_height":6.5,"words":4,"words_read":%d},\
        {"box":[1,22,30,32],"text":"E F","x_height":6.5,"words":2,"words_read":%d}]}"""
        .formatted(name, firstRead, secondRead);
  }

  @Test
  void read_linesOfOnePage_areMeasuredAgainstTheBestReading() throws IOException {
    Files.writeString(
        folder.resolve("photos.jsonl"),
        photo("7_0.jpg", 2, 0) + "\n" + photo("7_1.jpg", 1, 0) + "\n");
    List<TrainingPhoto> photos = TrainingPhoto.read(folder);
    assertThat(photos).hasSize(2);
    TrainingPhoto.Line best = photos.get(0).lines().get(0);
    assertThat(best).isEqualTo(new TrainingPhoto.Line(1, 2, 30, 12, 6.5, 0));
    assertThat(photos.get(1).lines().get(0).unread()).isEqualTo(0.5);
    assertThat(photos.get(1).lines().get(1).unread()).as("never read").isNaN();
    assertThat(photos.get(1).file()).isEqualTo(folder.resolve("Good_License/7_1.jpg"));
  }

  @Test
  void read_labelBy_tellsARuleFromOcr() throws IOException {
    String one = photo("7_0.jpg", 2, 0).replace("\"lines\"", "\"label_by\":\"%s\",\"lines\"");
    Files.writeString(
        folder.resolve("photos.jsonl"), one.formatted("rule") + "\n" + one.formatted("ocr") + "\n");
    assertThat(TrainingPhoto.read(folder))
        .extracting(TrainingPhoto::byRule)
        .containsExactly(true, false);
  }

  @Test
  void read_brokenLine_saysWhich() throws IOException {
    Files.writeString(folder.resolve("photos.jsonl"), photo("7_0.jpg", 2, 0) + "\n{\"image\":1\n");
    assertThatThrownBy(() -> TrainingPhoto.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("photos.jsonl, line 2: ");
  }

  @Test
  void read_missingFields_saysWhatIsExpected() throws IOException {
    Files.writeString(folder.resolve("photos.jsonl"), "{\"image\":\"a.jpg\"}\n");
    assertThatThrownBy(() -> TrainingPhoto.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1: expected image, group and lines");
  }

  private static String ruled(String text, double radius, double contrast) {
    return """
        {"image":"Good_License/r.jpg","group":"8","label":"clear","noise_sigma":6,"lines":[\
        {"box":[1,2,30,12],"text":"%s","x_height":20,"rms_radius_px":%s,"contrast":%s,\
        "words":4,"words_read":null}]}"""
        .formatted(text, radius, contrast);
  }

  private double unreadByRule(String text, double radius, double contrast) throws IOException {
    Files.writeString(folder.resolve("photos.jsonl"), ruled(text, radius, contrast) + "\n");
    return TrainingPhoto.read(folder).get(0).lines().get(0).unread();
  }

  @Test
  void read_lineWithoutOcr_isLabelledByTheRule() throws IOException {
    assertThat(unreadByRule("REGISTERED", 0.5, 150)).isZero();
    assertThat(unreadByRule("REGISTERED", 8, 150)).isEqualTo(1);
    // Spread 0.224, the Latin limit: sqrt((r^2 + 0.85^2) / 400 + (1.3 * 6 / 150)^2).
    double atLimit = Math.sqrt(400 * (0.224 * 0.224 - 0.052 * 0.052) - 0.85 * 0.85);
    assertThat(unreadByRule("REGISTERED", atLimit, 150)).isCloseTo(0.5, within(1e-9));
    assertThat(unreadByRule("REGISTERED", 0.5, 10)).as("drowned in noise").isEqualTo(1);
  }

  @Test
  void read_handwriting_isUnknownBetweenReadableAndNot() throws IOException {
    assertThat(unreadByRule("ink\",\"stroke\":\"2.5", 1, 150)).isZero();
    assertThat(unreadByRule("ink\",\"stroke\":\"2.5", 5, 150)).isNaN();
    assertThat(unreadByRule("ink\",\"stroke\":\"2.5", 8, 150)).isEqualTo(1);
    assertThat(unreadByRule("ink\",\"stroke\":\"1.1", 5, 150)).as("thin pen").isEqualTo(1);
  }

  @Test
  void read_chineseWithoutOcr_isBlurredEarlierThanLatin() throws IOException {
    double radius = 3.6;
    assertThat(unreadByRule("REGISTERED", radius, 150)).isLessThan(0.2);
    assertThat(unreadByRule("营业执照", radius, 150)).isGreaterThan(0.8);
  }
}
