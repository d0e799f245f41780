package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateVerbTest {
  @TempDir private Path folder = Path.of("");

  /** Clear: 4 of 5 below the threshold of 0.5; blurred: 3 of 4 above it. */
  @BeforeEach
  void makePhotos() throws IOException {
    int[] clear = {10, 20, 30, 40, 200};
    int[] blurred = {50, 210, 220, 230};
    for (int i = 0; i < clear.length; i++) {
      TestImages.write(folder, "Good_License/c" + i + "_0.png", TestImages.png(clear[i]));
    }
    for (int i = 0; i < blurred.length; i++) {
      TestImages.write(folder, "Bad_License/b" + i + "_0.png", TestImages.png(blurred[i]));
    }
  }

  private CliRun evaluate(String... more) {
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "evaluate";
    args[1] = "--scorer";
    args[2] = "middle";
    args[3] = folder.toString();
    return CliRun.of(args);
  }

  @Test
  void evaluate_printsTheFigures() {
    CliRun run = evaluate();

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll(" +", " "))
        .contains("[[4 1]\n [1 3]]", "blurred 0.75 0.75 0.75 4", "clear 0.80 0.80 0.80 5")
        // 19 of 20 pairs of a blurred and a clear photo are in order.
        .contains("ROC AUC 0.9500", "F1 0.7500", "scorer middle", "threshold 0.5");
  }

  @Test
  void evaluate_htmlAndJson_areWritten() throws IOException {
    Path html = folder.resolve("report.html");
    Path json = folder.resolve("report.json");

    CliRun run = evaluate("--html", html.toString(), "--json", json.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out()).contains("Confusion matrix");
    assertThat(html).content().contains("<html", "<svg", "Good_License/c4_0.png");
    JsonObject figures = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
    assertThat(figures.getAsJsonObject("figures").get("roc_auc").getAsDouble())
        .isCloseTo(0.95, within(1e-12));
    assertThat(evaluate("--json", "-").out()).isEqualTo(Files.readString(json));
  }

  @Test
  void evaluate_reportCannotBeWritten_saysWhere() {
    Path html = folder.resolve("missing/report.html");

    CliRun run = evaluate("--html", html.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains(html + ": no such file or folder").hasLineCount(1);
  }

  @Test
  void evaluate_threshold_movesTheCalls() {
    assertThat(evaluate("--threshold", "0.17").out()).contains("[[4 1]\n [0 4]]");
  }

  @Test
  void evaluate_jobs_doNotChangeTheReport() {
    assertThat(evaluate("--jobs", "3").out()).isEqualTo(evaluate("--jobs", "1").out());
  }

  @Test
  void evaluate_brokenPhoto_isNamedAndTheRestCounted() throws IOException {
    TestImages.write(folder, "Bad_License/broken.png", new byte[3]);

    CliRun run = evaluate();

    assertThat(run.status()).isEqualTo(ExitCodes.SOME_UNREADABLE);
    assertThat(run.err()).contains("Bad_License/broken.png").hasLineCount(1);
    assertThat(run.out()).contains("[[4 1]\n [1 3]]");
  }

  @Test
  void evaluate_noClassFolders_saysWhatIsExpected() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    CliRun run = CliRun.of("evaluate", "--scorer", "middle", empty.toString());

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("Good_License", "Bad_License").hasLineCount(1);
  }

  @Test
  void evaluate_badUsage_status2() {
    assertThat(evaluate("--jobs", "0").status()).isEqualTo(ExitCodes.USAGE);
    assertThat(CliRun.of("evaluate").status()).isEqualTo(ExitCodes.USAGE);
  }
}
