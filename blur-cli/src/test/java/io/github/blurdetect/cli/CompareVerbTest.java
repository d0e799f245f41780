package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareVerbTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makePhotos() throws IOException {
    TestImages.write(folder, "Good_License/a_0.png", TestImages.png(20));
    TestImages.write(folder, "Good_License/b_0.png", TestImages.png(200));
    TestImages.write(folder, "Bad_License/c_0.png", TestImages.png(220));
  }

  @Test
  void compare_namedScorer_printsItsTable() {
    CliRun run = CliRun.of("compare", "--scorer", "middle", folder.toString());
    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out())
        .contains("| photos | clear | blurred | middle |", "| all | 2 | 1 | 0.667 (");
  }

  @Test
  void compare_scorerWithoutModel_isAnErrorOnlyIfNamed() {
    CliRun named = CliRun.of("compare", "--scorer", "modelless", folder.toString());
    assertThat(named.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(named.err()).contains("the model was never made");
    CliRun unknown = CliRun.of("compare", "--scorer", "nobody", folder.toString());
    assertThat(unknown.status()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void compare_brokenPhotoOrUsage_isReported() throws IOException {
    TestImages.write(folder, "Bad_License/broken.png", new byte[3]);
    CliRun run = CliRun.of("compare", "--scorer", "middle", folder.toString());
    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("Bad_License/broken.png");
    assertThat(CliRun.of("compare", "--jobs", "0", folder.toString()).status())
        .isEqualTo(ExitCodes.USAGE);
  }
}
