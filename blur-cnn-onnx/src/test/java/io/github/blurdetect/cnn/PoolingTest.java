package io.github.blurdetect.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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

  @Test
  void and_votesOfTwoParts_areThoseOfAllCells() {
    float[] map = {0.9f, 0.2f, 0.5f, 0.99f, 0.1f, 0.7f};
    float[] text = {0.8f, 0.4f, 0.75f, 0.29f, 0.9f, 0.6f};
    Votes all = Votes.count(output(map, text, 0, 6));
    Votes parts = Votes.count(output(map, text, 0, 4)).and(Votes.count(output(map, text, 4, 6)));
    assertThat(parts.textCells()).isCloseTo(all.textCells(), within(1e-9));
    assertThat(parts.sureCells()).isCloseTo(all.sureCells(), within(1e-9));
    assertThat(parts.unreadShare()).isCloseTo(all.unreadShare(), within(1e-9));
    assertThat(parts.meanLogit()).isCloseTo(all.meanLogit(), within(1e-9));
    assertThat(all.and(Votes.NONE)).isEqualTo(all);
    assertThat(Votes.NONE.and(all)).isEqualTo(all);
  }

  private static CnnModel.Output output(float[] map, float[] text, int from, int to) {
    return new CnnModel.Output(
        1,
        1,
        to - from,
        new float[] {0},
        Arrays.copyOfRange(map, from, to),
        Arrays.copyOfRange(text, from, to));
  }

  @Test
  void decided_scoreNearItsEnd_needsNoMoreTiles() {
    Pooling pooling = new Pooling(0, 0, 1, 70, 0.4);
    assertThat(pooling.decided(votes(logit(0.03)))).as("clear").isTrue();
    assertThat(pooling.decided(votes(logit(0.05)))).as("perhaps clear").isFalse();
    assertThat(pooling.decided(votes(logit(0.5)))).as("anything").isFalse();
    assertThat(pooling.decided(votes(logit(0.93)))).as("perhaps blurred").isFalse();
    assertThat(pooling.decided(votes(logit(0.95)))).as("blurred").isTrue();
    assertThat(pooling.decided(new Votes(200, 200, 0, logit(0.99)))).as("few cells").isFalse();
    assertThat(pooling.decided(new Votes(400, 10, 0.3, logit(0.99)))).as("unsure").isFalse();
  }

  private static Votes votes(double logit) {
    return new Votes(1000, 900, 0, logit);
  }

  private static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }
}
