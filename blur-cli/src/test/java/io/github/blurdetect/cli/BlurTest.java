package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlurTest {

  @ParameterizedTest
  @ValueSource(strings = {"echo_word", "echo-word"})
  void run_verbOfAPlugIn_bothSpellings(String verb) {
    CliRun run = CliRun.of(verb, "hello");

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out()).isEqualToIgnoringNewLines("hello");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void run_verbInAGroup_isFound() {
    assertThat(CliRun.of("outer", "inner").out()).isEqualToIgnoringNewLines("inner");
    assertThat(CliRun.of("outer", "--help").out()).contains("inner");
  }

  @Test
  void run_help_listsTheVerbs() {
    CliRun run = CliRun.of("--help");

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out())
        .contains("echo_word", "Says a word.", "outer")
        .containsSubsequence("when first used", "train_tree", "model export");
    assertThat(CliRun.of("model", "--help").out())
        .contains("when first used: model export.")
        .doesNotContain("train_tree");
  }

  @Test
  void run_version_namesTheProgramAndJava() {
    assertThat(CliRun.of("--version").out()).startsWith("blur ").contains("Java ");
  }

  @Test
  void run_noVerb_isBadUsage() {
    CliRun run = CliRun.of();

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("no verb given").contains("blur --help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void run_unknownVerb_namesItAndWhatFailedToLoad() {
    CliRun run = CliRun.of("frobnicate");

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("no verb 'frobnicate'").contains("library xyz is missing");
  }

  @Test
  void run_unknownOption_isBadUsage() {
    CliRun run = CliRun.of("echo_word", "--frobnicate", "x");

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains("--frobnicate");
  }

  @ParameterizedTest
  @CsvSource({
    "train_tree, blur-tree-training",
    "train-cnn, blur-training",
    "train_all, blur-training"
  })
  void run_trainingVerbOffTheClassPath_saysHowToGetIt(String verb, String module) {
    CliRun run = CliRun.of(verb, "somewhere");

    assertThat(run.status()).isEqualTo(ExitCodes.USAGE);
    assertThat(run.err()).contains(module).contains("./blur").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "missing, 1, model.json: no such file or folder",
    "verb, 3, told to",
    "library, 1, no libxyz",
    "defect, 1, --debug shows where"
  })
  void run_verbThrows_oneLineAndStatus(String word, int status, String message) {
    CliRun run = CliRun.of("echo_word", word);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.err()).contains("blur: ").contains(message).doesNotContain("\tat ");
  }

  @Test
  void run_debug_showsTheStackTrace() {
    try {
      assertThat(CliRun.of("echo_word", "--debug", "defect").err()).contains("\tat ");
    } finally {
      io.github.blurdetect.cli.internal.ErrorLines.debug(false);
    }
  }
}
