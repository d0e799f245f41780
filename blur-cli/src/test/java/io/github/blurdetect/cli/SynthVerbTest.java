package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthVerbTest {

  @TempDir private Path folder;

  @Test
  void synth_documents_writesPhotosAndTheirLog() throws IOException {
    Path out = folder.resolve("set");

    CliRun run = synth(out, "--kinds", "card", "--labelled", "3", "--seed", "4");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("clear", "blurred", "marginal");
    List<String> log = Files.readAllLines(out.resolve("photos.jsonl"));
    assertThat(log).hasSizeGreaterThanOrEqualTo(3).allMatch(l -> l.contains("\"group\":\"card-en"));
    for (String line : log) {
      String image = line.substring(line.indexOf(':') + 2, line.indexOf("\","));
      assertThat(out.resolve(image)).isNotEmptyFile();
    }
  }

  @Test
  void synth_notes_areWrittenInTheHandsAskedFor() throws IOException {
    Path out = folder.resolve("set");

    CliRun run =
        CliRun.of(
            "synth",
            out.toString(),
            "--kinds=note",
            "--hands=held_out",
            "--labelled=1",
            "--seed=3");

    assumeTrue(!run.err().contains("Debian packages"), "not tested: " + run.err());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("photos.jsonl")))
        .contains("\"group\":\"note-en", "\"stroke\":", "\"label_by\":\"rule\"");
  }

  @Test
  void synth_intoASet_fails() throws IOException {
    Files.writeString(folder.resolve("photos.jsonl"), "");

    CliRun run = synth(folder, "--kinds", "card", "--labelled", "1");

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("photos.jsonl is there already");
  }

  @ParameterizedTest
  @CsvSource({
    "--labelled=0, expected at least 1",
    "--jobs=0, expected at least 1",
    "--kinds=passport, 'licence'",
    "--languages=latin, chinese",
    "--hands=left, held_out",
    "--hands=training --pages=., --hands",
    "--kinds=note --languages=chinese, ENGLISH",
    "--preset=validation, --kernels",
    "--pages=., --pages"
  })
  void synth_badUsage_saysWhatIsWrong(String option, String message) {
    CliRun run = synth(folder.resolve("set"), option.split(" "));

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains(message.replace("'", ""));
    assertThat(folder.resolve("set")).doesNotExist();
  }

  @Test
  void synth_pagesMissing_fails() {
    CliRun run = CliRun.of("synth", folder.resolve("set").toString(), "--pages", folder + "/none");

    assertThat(run.status()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).contains("none");
  }

  private static CliRun synth(Path out, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "synth";
    args[1] = out.toString();
    args[2] = "--languages";
    args[3] = "english";
    System.arraycopy(options, 0, args, 4, options.length);
    return CliRun.of(args);
  }
}
