package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlurKernelTest {

  @Test
  void rmsRadius_twoPoints_isHalfTheirDistance() {
    BlurKernel kernel = BlurKernel.of(5, 1, new float[] {2, 0, 0, 0, 2});

    assertThat(kernel.rmsRadius()).isEqualTo(2);
    assertThat(kernel.centroidX()).isEqualTo(2);
    assertThat(kernel.weight(0, 0)).isEqualTo(0.5f);
  }

  @Test
  void rmsRadius_gaussian_isSigmaTimesRootTwo() {
    assertThat(KernelShapes.gaussian().rmsRadius()).isCloseTo(8 * Math.sqrt(2), within(0.02));
  }

  static Stream<Arguments> sizes() {
    SplittableRandom random = new SplittableRandom(4);
    List<BlurKernel> shapes =
        List.of(
            KernelShapes.gaussian(),
            KernelShapes.disc(0.2, 0),
            KernelShapes.disc(0, 6),
            KernelShapes.motion(),
            KernelShapes.shake(random),
            KernelShapes.shake(random),
            BlurKernel.of(3, 3, new float[] {0, 0, 5, 1, 0, 0, 0, 2, 0}));
    return shapes.stream()
        .flatMap(s -> Stream.of(0.1, 0.4, 0.9, 1.7, 3.3, 8.0, 21.0).map(r -> Arguments.of(s, r)));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void at_anyRadius_hasThatRadiusAndStaysCentred(BlurKernel shape, double radius) {
    BlurKernel drawn = shape.at(radius, 0.7);

    assertThat(drawn.rmsRadius()).isCloseTo(radius, within(Math.max(0.005, 0.005 * radius)));
    assertThat(drawn.centroidX()).isCloseTo(drawn.width() / 2.0 - 0.5, within(0.1));
    assertThat(drawn.centroidY()).isCloseTo(drawn.height() / 2.0 - 0.5, within(0.1));
  }

  @Test
  void at_quarterTurn_turnsMotionUpright() {
    BlurKernel drawn = KernelShapes.motion().at(6, Math.PI / 2);

    assertThat(drawn.width()).isLessThanOrEqualTo(3);
    assertThat(drawn.height()).isBetween(19, 25);
  }

  @Test
  void at_zero_isIdentity() {
    assertThat(KernelShapes.gaussian().at(0, 1)).isSameAs(BlurKernel.IDENTITY);
  }

  @Test
  void of_badWeights_saysWhatIsWrong() {
    assertThatThrownBy(() -> BlurKernel.of(2, 1, new float[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 x 1");
    assertThatThrownBy(() -> BlurKernel.of(1, 1, new float[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all zero");
    assertThatThrownBy(() -> BlurKernel.of(1, 1, new float[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
