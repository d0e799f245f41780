package io.github.blurdetect.tree.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeSearchTest {

  @Test
  void search_noisyTable_returnsTheLowestLossOfAllTrials() throws Exception {
    List<TreeSearch.Trial> trials = new ArrayList<>();
    TreeOptions start =
        TreeOptions.boosted().toBuilder().maxDepth(6).maxRounds(30).patience(10).folds(2).build();
    TreeSearch.Trial best = TreeSearch.search(Tables.noisy(150, 5), start, trials::add);
    assertThat(best)
        .isEqualTo(trials.stream().min(Comparator.comparingDouble(TreeSearch.Trial::loss)).get());
    assertThat(best.loss()).isLessThan(trials.get(0).loss());
    assertThat(trials)
        .extracting(TreeSearch.Trial::options)
        .doesNotHaveDuplicates()
        .contains(start);
    assertThat(best.options().folds()).isEqualTo(2);
    assertThat(best.options().seed()).isEqualTo(start.seed());
  }

  @Test
  void search_singleTree_isRefused() {
    assertThatThrownBy(
            () -> TreeSearch.search(Tables.noisy(60, 5), TreeOptions.single(), trial -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kind is SINGLE, expected BOOSTED");
  }
}
