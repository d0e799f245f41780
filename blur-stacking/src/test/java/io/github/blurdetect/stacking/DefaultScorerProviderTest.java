package io.github.blurdetect.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultScorerProviderTest {
  @TempDir Path folder;

  private static DefaultScorerProvider of(String... members) {
    return new DefaultScorerProvider(() -> Models.stack(Optional.empty(), members));
  }

  private static ScorerOptions missing(String choice) {
    return ScorerOptions.defaults().withProperties(Map.of("missing-members", choice));
  }

  @Test
  void create_memberNotOnTheClassPath_othersVoteAlone() {
    DefaultScorerProvider provider = of("cheap", "absent");
    try (BlurScorer scorer = provider.create(ScorerOptions.defaults())) {
      assertThat(scorer.score(FakeScorer.image(0.8, 0)).blurriness()).isCloseTo(0.8, within(1e-9));
      assertThat(scorer.name()).isEqualTo("default");
    }
    assertThat(provider.priority()).isEqualTo(300);
    assertThat(provider.description()).contains("of these only cheap is on the class path");
  }

  @Test
  void create_allMembersThere_asksThem() {
    DefaultScorerProvider provider = of("cheap", "costly");
    try (BlurScorer scorer = provider.create(ScorerOptions.defaults())) {
      assertThat(scorer.score(FakeScorer.image(0.8, 0.2)).blurriness())
          .isCloseTo(0.5, within(1e-9));
    }
    assertThat(provider.description()).isEqualTo("calibrated stack of cheap and costly");
  }

  @Test
  void create_missingMembersFail_isAnErrorThatNamesThem() {
    assertThatThrownBy(() -> of("cheap", "absent").create(missing("fail")))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("member 'absent'");
    assertThatThrownBy(() -> of("cheap", "absent").create(missing("perhaps")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'perhaps', expected leave-out or fail");
  }

  @Test
  void create_memberThereButBroken_isAlwaysAnError() {
    assertThatThrownBy(() -> of("cheap", "broken").create(ScorerOptions.defaults()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("weights are torn");
  }

  @Test
  void create_noMemberThere_isAnErrorAndNoDefault() {
    DefaultScorerProvider provider = of("absent", "gone");
    assertThat(provider.priority()).isZero();
    assertThat(provider.description()).contains("unusable");
    assertThatThrownBy(() -> provider.create(ScorerOptions.defaults()))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("member 'absent'");
  }

  @Test
  void create_modelFile_isUsedAndMustHaveAllMembers() throws IOException {
    Path file = folder.resolve("stack.json");
    Models.stack(Optional.empty(), "costly").save(file);
    DefaultScorerProvider provider = of("cheap");
    try (BlurScorer scorer = provider.create(ScorerOptions.defaults().withModel(file))) {
      assertThat(scorer.score(FakeScorer.image(0, 0.8)).blurriness()).isGreaterThan(0.7);
    }
    Models.stack(Optional.empty(), "cheap", "absent").save(file);
    assertThatThrownBy(() -> provider.create(ScorerOptions.defaults().withModel(file)))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContaining("member 'absent'");
  }
}
