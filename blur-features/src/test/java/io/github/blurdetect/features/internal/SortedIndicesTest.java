package io.github.blurdetect.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedIndicesTest {
  private static final double[] CLOSE = {
    0.0, -0.0, 1, Math.nextUp(1.0), Math.nextDown(1.0), -1, Math.nextUp(-1.0), Double.MIN_VALUE
  };
  private static final double[] ODD = {
    0.0, -0.0, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 64, 511, 512, 513, 5000})
  void of_anyValues_isWhatAStableSortFinds(int count) {
    SplittableRandom random = new SplittableRandom(count);
    check(random.doubles(count, -9, 9).toArray());
    check(random.doubles(count).map(v -> Math.floor(5 * v)).toArray());
    check(random.doubles(count).map(v -> v < 0.3 ? one(CLOSE, v / 0.3) : v).toArray());
    check(random.doubles(count).map(v -> v < 0.3 ? one(ODD, v / 0.3) : v).toArray());
    check(random.doubles(count).map(v -> v < 0.01 ? 1e6 : v).toArray());
    check(random.doubles(count).map(v -> Math.exp(700 * v)).toArray());
    check(IntStream.range(0, count).mapToDouble(i -> -i).toArray());
    check(new double[count]);
  }

  private static double one(double[] values, double share) {
    return values[(int) (share * values.length)];
  }

  private static void check(double[] values) {
    int[] expected =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(i -> i)
            .toArray();
    assertThat(SortedIndices.of(values)).containsExactly(expected);
  }
}
