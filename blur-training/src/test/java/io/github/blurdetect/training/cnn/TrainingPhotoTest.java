package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
