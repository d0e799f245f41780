package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLabelsVerbTest {

  private static final String PHOTO =
      """
      {"image":"Good_License/a_0.jpg","group":"a","seed":1,"width":9,"height":9,"x_height":10,\
      "scale":1,"noise_sigma":0,"jpeg_quality":90,"scene":"flat","blur":{"kind":"gaussian",\
      "kernel":"","rms_radius_px":%1$s,"strength":0.1,"coverage":"whole"},"lines":[\
      {"box":[0,0,9,9],"text":"two words","role":"content","x_height":10,"rms_radius_px":%1$s,\
      "contrast":200,"words":2,"words_read":%2$d},{"box":[0,0,9,9],"text":"more words",\
      "role":"content","x_height":10,"rms_radius_px":%1$s,"contrast":200,"words":2,\
      "words_read":%2$d}],"word_share":1.0,"label":"%3$s","label_by":"ocr"}
      """;

  @TempDir private Path set;

  @Test
  void check_setOfOcr_countsBlocksAndPhotos() throws IOException {
    Files.writeString(
        set.resolve("photos.jsonl"),
        String.format(java.util.Locale.ROOT, PHOTO, "0.5", 2, "clear")
            + String.format(java.util.Locale.ROOT, PHOTO, "8.0", 0, "blurred")
            + String.format(java.util.Locale.ROOT, PHOTO, "8.0", 2, "clear"));

    CliRun run = CliRun.of("check_labels", set.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Latin blocks: 66.7 % agree; both clear 2, blurred by rule alone 2")
        .contains("by OCR alone 0, by both 2")
        .contains("Chinese blocks: none")
        .containsPattern("clear +1 +1 +0\n")
        .containsPattern("blurred +0 +1 +0\n");
  }

  @Test
  void check_fit_printsTheFittedRuleToo() throws IOException {
    Files.writeString(
        set.resolve("photos.jsonl"),
        String.format(java.util.Locale.ROOT, PHOTO, "0.5", 2, "clear")
            + String.format(java.util.Locale.ROOT, PHOTO, "1.5", 0, "blurred"));

    CliRun run = CliRun.of("check-labels", "--fit", set.toString());

    assertThat(run.out()).contains("Latin, fitted here blocks: 100.0 % agree");
  }

  @Test
  void check_noSet_fails() {
    CliRun run = CliRun.of("check_labels", set.resolve("none").toString());

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("photos.jsonl: no such file");
  }
}
