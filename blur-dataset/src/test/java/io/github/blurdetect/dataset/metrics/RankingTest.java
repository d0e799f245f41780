package io.github.blurdetect.dataset.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void rocAucAndAveragePrecision_documentedExample_matchScikitLearn() {
    assertThat(Ranking.rocAuc(Samples.four())).isCloseTo(0.75, within(1e-15));
    assertThat(Ranking.averagePrecision(Samples.four())).isCloseTo(0.8333333333, within(1e-9));
  }

  @Test
  void rocAucAndAveragePrecision_fortyScoresWithTies_matchScikitLearn() {
    assertThat(Ranking.rocAuc(Samples.forty())).isCloseTo(0.83203125, within(1e-12));
    assertThat(Ranking.averagePrecision(Samples.forty()))
        .isCloseTo(0.7698998917748918, within(1e-12));
    assertThat(Ranking.rocCurve(Samples.forty())).hasSize(32);
    assertThat(Ranking.precisionRecallCurve(Samples.forty())).hasSize(31);
  }

  @Test
  void rocAuc_randomTies_equalsPairCount() {
    SplittableRandom random = new SplittableRandom(3);
    double[] scores = random.doubles(200).map(x -> Math.floor(x * 12)).toArray();
    boolean[] blurred = new boolean[200];
    for (int i = 0; i < 200; i++) {
      blurred[i] = random.nextInt(3) == 0;
    }
    double wins = 0;
    int pairs = 0;
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 200; j++) {
        if (blurred[i] && !blurred[j]) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(Ranking.rocAuc(LabelledScores.of(scores, blurred)))
        .isCloseTo(wins / pairs, within(1e-12));
  }

  @Test
  void rocAuc_allEqual_isHalf() {
    LabelledScores scores =
        LabelledScores.of(new double[] {1, 1, 1}, new boolean[] {true, false, true});
    assertThat(Ranking.rocAuc(scores)).isEqualTo(0.5);
    assertThat(Ranking.averagePrecision(scores)).isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void rocAuc_oneClassOnly_isRefused() {
    LabelledScores scores = LabelledScores.of(new double[] {1, 0}, new boolean[2]);
    assertThatThrownBy(() -> Ranking.rocAuc(scores))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 blurred and 2 clear photos, expected at least one of each");
    assertThatThrownBy(() -> Ranking.averagePrecision(scores))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void byF1_fortyScores_matchesScikitLearn() {
    double threshold = BestThreshold.byF1(Samples.forty());
    assertThat(threshold).isCloseTo(0.47, within(1e-12)); // Between the scores 0.46 and 0.48.
    assertThat(ConfusionMatrix.of(Samples.forty(), threshold).blurred().f1())
        .isCloseTo(0.7368421052631579, within(1e-12));
  }

  @Test
  void byF1_separable_isMidwayBetweenTheClasses() {
    LabelledScores scores =
        LabelledScores.of(
            new double[] {0.1, 0.2, 0.8, 0.9}, new boolean[] {false, false, true, true});
    assertThat(BestThreshold.byF1(scores)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void byF1_callingAllBlurredIsBest_liesBelowTheLowestScore() {
    LabelledScores scores =
        LabelledScores.of(new double[] {0.3, 0.5, 0.5}, new boolean[] {true, false, true});
    assertThat(ConfusionMatrix.of(scores, BestThreshold.byF1(scores)).trueBlurred()).isEqualTo(2);
  }

  @Test
  void byF1_blurredPhotosScoreZero_isNotBelowZero() {
    LabelledScores scores =
        LabelledScores.of(new double[] {0, 0, 0, 0.5}, new boolean[] {true, true, true, false});
    assertThat(BestThreshold.byF1(scores)).isBetween(0.0, 0.5);
    LabelledScores zeros = LabelledScores.of(new double[2], new boolean[] {true, false});
    assertThat(BestThreshold.byF1(zeros)).isZero();
  }

  @Test
  void of_badArrays_areRefused() {
    assertThatThrownBy(() -> LabelledScores.of(new double[0], new boolean[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LabelledScores.of(new double[1], new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LabelledScores.of(new double[] {Double.NaN}, new boolean[1]))
        .hasMessage("score 0 is NaN, expected a finite number");
  }
}
