package io.github.blurdetect.training.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmearTest {

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 3, 5})
  void blur_point_hasTheAskedRadiusAndKeepsTheLight(double radius) {
    int side = 61;
    for (int seed = 0; seed < 9; seed++) { // all three kinds of kernel come up
      float[] point = new float[side * side];
      point[30 * side + 30] = 1;
      float[] spread = Smear.blur(point, side, radius, new SplittableRandom(seed));
      double sum = 0;
      double square = 0;
      for (int i = 0; i < spread.length; i++) {
        double dx = i % side - 30;
        double dy = i / side - 30;
        sum += spread[i];
        square += spread[i] * (dx * dx + dy * dy);
      }
      assertThat(sum).isCloseTo(1, within(1e-3));
      assertThat(Math.sqrt(square / sum)).isCloseTo(radius, within(0.15 * radius + 0.2));
    }
  }
}
