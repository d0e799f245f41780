package io.github.blurdetect.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walk without branches against the plainest one, to the bit. */
@Timeout(60)
class HeapTreesTest {

  @ParameterizedTest
  @CsvSource({
    "5, 3, 0, 0, true", // Single leaves.
    "1, 1, 1, 0, true",
    "1, 7, 3, 0.2, true",
    "332, 43, 4, 0.1, true",
    "63, 20, 6, 0.2, true",
    "30, 9, 8, 0.1, true", // The deepest that are laid out.
    "30, 9, 9, 0.1, false",
    "4, 9, 13, 0.3, false",
    "40, 9, 8, 0.8, false", // Next to nothing but filling.
    "3, 60000, 5, 0, true" // More columns than are looked at.
  })
  void margin_randomTreesAndAwkwardRows_equalsNaiveWalkToTheBit(
      int trees, int columns, int depth, double leafShare, boolean suit) {
    RandomTrees random = new RandomTrees(trees, columns, depth, leafShare, depth);
    assertThat(HeapTrees.suit(random.nodes())).isEqualTo(suit);
    TreeModel model = random.model();
    assertThat(model.depth()).isEqualTo(depth);
    int rows = Math.min(5000, 4_000_000 / columns);
    for (int i = 0; i < rows; i++) {
      double[] row = random.row();
      int expected = Float.floatToRawIntBits(random.margin(row));
      assertThat(Float.floatToRawIntBits(model.margin(row))).isEqualTo(expected);
      assertThat(Float.floatToRawIntBits(model.margin(floats(row)))).isEqualTo(expected);
    }
  }

  private static float[] floats(double[] row) {
    float[] floats = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      floats[i] = (float) row[i];
    }
    return floats;
  }

  @Test
  void margin_negativeZeroSum_keepsItsSign() {
    int[] none = {0};
    TreeNodes leaf =
        new TreeNodes(none, new int[] {-1}, new float[] {-0.0f}, none, none, none, new float[1]);
    float sum = new HeapTrees(leaf).margin(-0.0f, new float[0]);
    assertThat(Float.floatToRawIntBits(sum)).isEqualTo(Float.floatToRawIntBits(-0.0f));
  }

  @Test
  void margin_manyThreadsAndModelsInTurn_equalsNaiveWalk() {
    List<RandomTrees> randoms =
        Stream.of(43, 2, 17, 1).map(n -> new RandomTrees(50, n, 4, 0.1, n)).toList();
    List<TreeModel> models = randoms.stream().map(RandomTrees::model).toList();
    List<List<double[]>> rows =
        randoms.stream().map(r -> Stream.generate(r::row).limit(500).toList()).toList();
    long wrong =
        IntStream.range(0, 100_000)
            .parallel()
            .filter(
                i -> {
                  double[] row = rows.get(i % 4).get(i / 4 % 500);
                  return models.get(i % 4).margin(row) != randoms.get(i % 4).margin(row);
                })
            .count();
    assertThat(wrong).isZero();
  }

  @Test
  void predict_onceTheThreadHasPrepared_allocatesNothing() {
    RandomTrees random = new RandomTrees(100, 43, 4, 0.1, 1);
    TreeModel model = random.model();
    double[] row = random.row();
    float[] floats = floats(row);
    double sum = model.predict(row) + model.predict(floats);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    for (int i = 0; i < 10_000; i++) {
      sum += model.predict(row) + model.predict(floats);
    }
    long allocated = threads.getThreadAllocatedBytes(id) - before;
    assertThat(sum).isPositive();
    assertThat(allocated).isLessThan(10_000); // Less than a byte a prediction: the meter's own.
  }
}
