package io.github.blurdetect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScorersVerbTest {

  @Test
  void scorers_listsWhatWorksWhatDoesNotAndWhy() {
    CliRun run = CliRun.of("scorers");

    assertThat(run.status()).isEqualTo(ExitCodes.OK);
    assertThat(run.out())
        .containsSubsequence(
            "middle",
            "brightness of the middle pixel",
            "ready, threshold 0.500",
            "test-classes",
            "FakeScorers$Middle")
        .contains("cannot be used: the model was never made")
        .containsSubsequence("FakeScorers$Broken", "cannot be used: ", "the library is missing");
  }
}
