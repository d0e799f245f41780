package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorerProvider;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.ModelLoadException;
import io.github.blurdetect.api.ScorerOptions;
import io.github.blurdetect.features.FeatureExtractor;
import io.github.blurdetect.testkit.BlurScorerContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TreeScorerTest implements BlurScorerContract {

  @Override
  public BlurScorerProvider provider() {
    return new TreeScorerProvider();
  }

  @Override
  public boolean takesModel() {
    return true;
  }

  @Test
  void defaultModel_threshold_isTheScorers() throws IOException {
    try (TreeScorer scorer = TreeScorer.create(ScorerOptions.defaults())) {
      assertThat(scorer.threshold())
          .isEqualTo(TreeModel.parse(json(), "test").metadata().orElseThrow().threshold());
    }
  }

  @Test
  void score_blankPaper_findsNoText() {
    byte[] pixels = new byte[400 * 300];
    Arrays.fill(pixels, (byte) 230);
    try (TreeScorer scorer = TreeScorer.create(ScorerOptions.defaults())) {
      BlurScore score = scorer.score(BlurImage.grey(pixels, 400, 300));
      assertThat(score.textFound()).isFalse();
      assertThat(score.blurriness()).isEqualTo(TreeScorer.NO_TEXT_SCORE);
    }
  }

  @Test
  void score_print_tellsFeaturesByTheirNames() {
    BlurImage page = BarPage.draw(0);
    try (TreeScorer scorer = TreeScorer.create(ScorerOptions.defaults())) {
      BlurScore score = scorer.score(page);
      assertThat(score.textFound()).isTrue();
      assertThat(score.contributions()).isNotEmpty();
      for (Contribution contribution : score.contributions()) {
        assertThat(contribution.value())
            .isEqualTo(FeatureExtractor.defaults().extract(page).get(contribution.name()));
      }
    }
  }

  @Test
  void score_smearedPrint_givesReasonsWhenBlurred() {
    try (TreeScorer scorer = TreeScorer.create(ScorerOptions.defaults())) {
      BlurScore score = scorer.score(BarPage.draw(6));
      assertThat(score.blurriness()).isGreaterThan(scorer.threshold());
      assertThat(score.reasons()).isNotEmpty();
    }
  }

  @Test
  void of_modelOfOtherFeatureVersion_saysExpectedAndFound() throws IOException {
    String version = FeatureExtractor.defaults().version();
    TreeModel other =
        TreeModel.parse(json().replace('"' + version + '"', "\"text-0\""), "old.json");
    assertThatThrownBy(() -> TreeScorer.of(other))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContainingAll("old.json", "text-0", version);
  }

  @Test
  void of_modelOfOtherFeatures_saysExpectedAndFound() throws IOException {
    TreeModel other =
        TreeModel.parse(json().replace("\"legible_share\"", "\"lucky_share\""), "other.json");
    assertThatThrownBy(() -> TreeScorer.of(other))
        .isInstanceOf(ModelLoadException.class)
        .hasMessageContainingAll("other.json", "lucky_share", "legible_share");
  }

  private static String json() throws IOException {
    try (InputStream stream = TreeScorer.class.getResourceAsStream("tree-default.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
