package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PoolingTest {
  private static final Pooling POOLING = new Pooling(-2, 4, 1, 70, 0.5);

  @Test
  void enough_littlePrint_countsOnlyWhereItIsSureOrAgrees() {
    assertThat(POOLING.enough(new Votes(11, 11, 0.5, 0))).as("two letters").isFalse();
    assertThat(POOLING.enough(new Votes(400, 70, 0.5, 0))).as("sure").isTrue();
    assertThat(POOLING.enough(new Votes(400, 69, 0.5, 0))).as("texture").isFalse();
    assertThat(POOLING.enough(new Votes(400, 0, 0.86, 4))).as("hopelessly blurred").isTrue();
    assertThat(POOLING.enough(new Votes(40, 20, 0.14, -4))).as("a few clear words").isTrue();
  }

  @Test
  void blurriness_votes_isLogistic() {
    Votes votes = new Votes(400, 300, 0.75, 1.5);
    assertThat(POOLING.blurriness(votes)).isCloseTo(1 / (1 + Math.exp(-2.5)), within(1e-12));
  }

  @Test
  void count_cells_weighsThemByPrint() {
    float[] map = {0.9f, 0.2f, 0.5f, 0.99f};
    float[] text = {0.8f, 0.4f, 0.75f, 0.29f};
    Votes votes = Votes.count(new CnnModel.Output(1, 2, 2, new float[] {0}, map, text));
    assertThat(votes.textCells()).isCloseTo(1.95, within(1e-6));
    assertThat(votes.sureCells()).isCloseTo(1.55, within(1e-6));
    double share = (0.8 * 0.9 + 0.4 * 0.2 + 0.75 * 0.5) / 1.95;
    assertThat(votes.unreadShare()).isCloseTo(share, within(1e-6));
    double logits = 0.8 * Math.log(9) + 0.4 * Math.log(0.25);
    assertThat(votes.meanLogit()).isCloseTo(logits / 1.95, within(1e-5));
  }
}
