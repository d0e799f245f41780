package com.example.tenengrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.BlurScorers;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.cli.Blur;
import io.github.blurdetect.testkit.BlurScorerContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract's tests come with the interface; one's own are added as usual. */
class TenengradScorerTest implements BlurScorerContract {

  @Override
  public BlurScorerProvider provider() {
    return new TenengradScorerProvider();
  }

  @Test
  void score_ofStep_isWhatTheFormulaGives() {
    // Columns 0 0 100 100: inside, Gx = 4 * 100 at both columns, Gy = 0.
    byte[] step = {0, 0, 100, 100, 0, 0, 100, 100, 0, 0, 100, 100};
    try (BlurScorer scorer = provider().create(ScorerOptions.defaults())) {
      assertThat(scorer.score(BlurImage.grey(step, 4, 3)).blurriness())
          .isEqualTo(2500 / (2500 + 160_000.0));
    }
  }

  @Test
  void create_withPivot_takesIt() {
    Map<String, String> pivot = Map.of("pivot", "160000");
    byte[] step = {0, 0, 100, 100, 0, 0, 100, 100, 0, 0, 100, 100};
    try (BlurScorer scorer = provider().create(ScorerOptions.defaults().withProperties(pivot))) {
      assertThat(scorer.score(BlurImage.grey(step, 4, 3)).blurriness()).isEqualTo(0.5);
    }
    ScorerOptions bad = ScorerOptions.defaults().withProperties(Map.of("pivot", "-1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(bad))
        .withMessageContaining("pivot is -1");
  }

  @Test
  void load_plugin_isFoundButNotTakenUnasked() {
    BlurScorers scorers = BlurScorers.load();
    assertThat(scorers.names()).contains("tenengrad");
    assertThat(scorers.provider("tenengrad").priority()).isZero();
  }

  @Test
  void blurScorers_listsThePlugin() {
    StringWriter out = new StringWriter();
    int status = Blur.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "scorers");
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("tenengrad")
        .contains("example plug-in")
        .contains("ready, threshold 0.5")
        .contains("com.example.tenengrad.TenengradScorerProvider");
  }
}
