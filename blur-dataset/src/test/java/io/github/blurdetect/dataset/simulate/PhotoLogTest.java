package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoLogTest {

  private static final PhotoRecord PHOTO =
      new PhotoRecord(
          "Bad_License/007_3.jpg",
          "007",
          -123456789012345L,
          640,
          480,
          11.25,
          0.75,
          6,
          81,
          Scene.DESK,
          new PhotoRecord.Blur(BlurKind.MEASURED, "levin09_1", 3.5, 0.3111, Coverage.PART),
          List.of(
              new PhotoRecord.Line(
                  new Box(1, 2, 30, 40),
                  "TOTAL \"5.00\"\t合计",
                  TextLine.Role.FIELD_NAME,
                  11.5,
                  3.25,
                  180.5,
                  3,
                  2),
              new PhotoRecord.Line(
                  new Box(0, 0, 0, 0), "", TextLine.Role.CONTENT, 8, 0, null, 0, null),
              new PhotoRecord.Line(
                  new Box(5, 6, 7, 8), "ink", TextLine.Role.CONTENT, 8, 0, 99.0, 1, null, 2.25)),
          0.4321,
          PhotoRecord.Label.BLURRED,
          PhotoRecord.LabelBy.OCR);

  @Test
  void fromJson_ofToJson_isTheSamePhoto() {
    assertThat(PhotoLog.fromJson(PhotoLog.toJson(PHOTO))).isEqualTo(PHOTO);
  }

  @Test
  void toJson_photo_hasTheNamesThatReadersExpect() {
    String json = PhotoLog.toJson(PHOTO);

    assertThat(json)
        .doesNotContain("\n")
        .startsWith(
            "{\"image\":\"Bad_License/007_3.jpg\",\"group\":\"007\",\"seed\":-123456789012345")
        .contains("\"x_height\":11.25", "\"noise_sigma\":6.0", "\"jpeg_quality\":81")
        .contains("\"scene\":\"desk\"", "\"kind\":\"measured\"", "\"coverage\":\"part\"")
        .contains("\"rms_radius_px\":3.5", "\"strength\":0.3111", "\"box\":[1,2,30,40]")
        .contains("\"words\":3,\"words_read\":2}", "\"word_share\":0.4321")
        .contains("\"words_read\":null,\"stroke\":2.25}")
        .endsWith("\"label\":\"blurred\",\"label_by\":\"ocr\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"image\":3", "nonsense", "{\"image\":{}}"})
  void fromJson_brokenLine_isRefused(String line) {
    assertThatThrownBy(() -> PhotoLog.fromJson(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_brokenLine_saysWhere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("photos.jsonl");
    Files.write(file, List.of(PhotoLog.toJson(PHOTO), "", "{\"image\":\"a\"}"));

    assertThatThrownBy(() -> PhotoLog.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 3");
  }
}
