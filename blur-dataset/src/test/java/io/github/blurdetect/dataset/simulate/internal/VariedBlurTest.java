package io.github.blurdetect.dataset.simulate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.dataset.simulate.KernelShapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariedBlurTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5, 0.77, 1})
  void apply_evenField_blursByTheRadiusThatItStates(double share) {
    int size = 81;
    Planes point = new Planes(size, size, 1);
    point.plane(0)[size / 2][size / 2] = 1;
    Field even = new Field(size, size, (u, v) -> share);
    VariedBlur blur = new VariedBlur(KernelShapes.disc(0.2, 0), 0, 8, even, 4);

    float[][] spread = blur.apply(point).plane(0);

    double sum = 0;
    double mass = 0;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        mass += spread[y][x];
        sum += spread[y][x] * (Math.pow(x - size / 2, 2) + Math.pow(y - size / 2, 2));
      }
    }
    assertThat(mass).isCloseTo(1, within(1e-4));
    assertThat(Math.sqrt(sum / mass)).isCloseTo(blur.rmsRadius(40, 40), within(0.01));
    assertThat(blur.rmsRadius(40, 40)).isBetween(8 * share - 0.05, 8 * share + 1.01);
  }
}
