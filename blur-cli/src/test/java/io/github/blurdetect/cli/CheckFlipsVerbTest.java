package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFlipsVerbTest {
  @TempDir private Path folder = Path.of("");

  /** The scorer looks at the middle pixel alone, so turning and shifting meet other pixels. */
  @BeforeEach
  void makePhotos() throws IOException {
    TestImages.write(folder, "Good_License/a_0.png", TestImages.png(126));
    TestImages.write(folder, "Good_License/b_0.png", TestImages.png(20));
    TestImages.write(folder, "Bad_License/c_0.png", TestImages.png(140));
  }

  private CliRun check(String... more) {
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "check_flips";
    args[1] = "--scorer";
    args[2] = "middle";
    args[3] = folder.toString();
    return CliRun.of(args);
  }

  @Test
  void checkFlips_countsWhatEachChangeTurns() {
    CliRun run = check("--list");
    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    // 126 at gamma 0.8 is 145, over the threshold; 20 stays under it; 140 at gamma 1.25 is 121.
    assertThat(run.out())
        .contains("scorer middle, threshold 0.5000, 3 photos")
        .containsPattern("gamma_0_8 +1 of +3 verdicts changed: 33.33 %")
        .containsPattern("gamma_1_25 +1 of +3 verdicts changed")
        .contains("Good_License/a_0.png gamma_0_8: CLEAR (0.494) became BLURRED (0.569)")
        .containsPattern("all +\\d+ of +27 verdicts");
  }

  @Test
  void checkFlips_jobs_doNotChangeTheResult() {
    assertThat(check("--jobs", "3", "--list").out())
        .isEqualTo(check("--jobs", "1", "--list").out());
  }

  @Test
  void checkFlips_photos_takesAFixedSample() {
    assertThat(check("--photos", "2").out())
        .contains(", 2 photos")
        .isEqualTo(check("--photos", "2").out());
  }

  @Test
  void checkFlips_brokenPhotoOrUsage_isReported() throws IOException {
    TestImages.write(folder, "Bad_License/broken.png", new byte[3]);
    CliRun run = check();
    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("Bad_License/broken.png").hasLineCount(1);
    assertThat(check("--jobs", "0").status()).isEqualTo(ExitCodes.USAGE);
  }
}
