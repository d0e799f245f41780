package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.DetectorProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateVerbTest {
  @TempDir private Path folder = Path.of("");

  /** Scores in 1/255: clear 10, 20 .. 200, blurred 155, 165 .. 245, one clear without text. */
  @BeforeEach
  void makePhotos() throws IOException {
    for (int i = 1; i <= 20; i++) {
      TestImages.write(folder, "Good_License/c" + i + "_0.png", TestImages.png(10 * i));
    }
    for (int i = 0; i < 10; i++) {
      TestImages.write(folder, "Bad_License/b" + i + "_0.png", TestImages.png(155 + 10 * i));
    }
    TestImages.write(folder, "Good_License/empty_0.png", TestImages.png(1));
  }

  private CliRun calibrate(String... more) {
    List<String> args = new ArrayList<>(List.of("calibrate", "--scorer", "middle"));
    args.addAll(List.of("--out", folder.resolve("my.profile").toString()));
    args.addAll(List.of(more));
    args.add(folder.toString());
    return CliRun.of(args.toArray(String[]::new));
  }

  @Test
  void calibrate_falseAlarmRate_savesAProfileThatScoreLoads() throws IOException {
    CliRun run = calibrate("--false-alarms", "0.1");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    // 2 of 20 may be false alarms: 180 stays clear, the next score is 185.
    assertThat(run.out())
        .contains("scorer middle on 20 clear and 10 blurred photos, 1 without text left out")
        .contains("false alarms 2 of 20: 10.00 % (95 % interval 1.23 % to 31.70 %)")
        .contains("misses 3 of 10: 30.00 %");
    Path file = folder.resolve("my.profile");
    DetectorProfile profile = DetectorProfile.load(file);
    assertThat(profile.threshold()).isEqualTo((180 + 185) / 2.0 / 255);
    assertThat(profile.notes())
        .containsEntry("goal", "false alarms at most 10.00 %")
        .containsEntry("false_alarm_rate", "1.23 % to 31.70 %");
    Path clear = TestImages.write(folder, "new/clear.png", TestImages.png(20));
    Path marginal = TestImages.write(folder, "new/marginal.png", TestImages.png(182));
    CliRun score =
        CliRun.of(
            "score",
            "--format",
            "csv",
            "--profile",
            file.toString(),
            clear.toString(),
            marginal.toString());
    assertThat(score.out().lines().toList().get(1)).contains("CLEAR");
    assertThat(score.out().lines().toList().get(2)).contains("MARGINAL");
  }

  @Test
  void calibrate_costs_movesTheThreshold() throws IOException {
    assertThat(calibrate("--costs", "50:1").status()).isEqualTo(ExitCodes.OK);
    double careful = DetectorProfile.load(folder.resolve("my.profile")).threshold();
    assertThat(calibrate("--costs", "1:50").status()).isEqualTo(ExitCodes.OK);
    double strict = DetectorProfile.load(folder.resolve("my.profile")).threshold();
    assertThat(careful).isGreaterThan(200 / 255.0);
    assertThat(strict).isLessThan(155 / 255.0);
  }

  @Test
  void calibrate_fewPhotos_saysThatTheBandIsAGuess() {
    assertThat(calibrate("--false-alarms", "0.01").out())
        .contains("20 clear photos are too few to bound a false-alarm rate of 1.00 %");
  }

  @Test
  void calibrate_jobs_doNotChangeTheProfile() {
    String one = calibrate("--false-alarms", "0.1", "--jobs", "1").out();
    assertThat(calibrate("--false-alarms", "0.1", "--jobs", "3").out()).isEqualTo(one);
  }

  @Test
  void calibrate_brokenPhoto_isNamedAndLeftOut() throws IOException {
    TestImages.write(folder, "Bad_License/broken.png", new byte[3]);
    CliRun run = calibrate("--false-alarms", "0.1");
    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("Bad_License/broken.png").hasLineCount(1);
    assertThat(run.out()).contains("20 clear and 10 blurred");
  }

  @Test
  void calibrate_badUsage_status2() {
    assertThat(calibrate().status()).isEqualTo(ExitCodes.USAGE);
    assertThat(calibrate("--false-alarms", "0.1", "--costs", "1:1").status())
        .isEqualTo(ExitCodes.USAGE);
    CliRun rate = calibrate("--false-alarms", "1.5");
    assertThat(rate.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(rate.err()).contains("false-alarm rate is 1.5");
    CliRun costs = calibrate("--costs", "high");
    assertThat(costs.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(costs.err()).contains("expected two numbers");
    assertThat(calibrate("--false-alarms", "0.1", "--scorer", "none").status())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(calibrate("--false-alarms", "0.1", "--confidence", "95").status())
        .isEqualTo(ExitCodes.USAGE);
  }
}
