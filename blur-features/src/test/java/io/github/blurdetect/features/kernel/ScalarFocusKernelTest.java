package io.github.blurdetect.features.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarFocusKernelTest {
  private static final FocusKernel NAIVE = new NaiveFocusKernel();

  static Stream<LumaPlane> planes() {
    return FocusKernelCases.planes();
  }

  @ParameterizedTest
  @MethodSource("planes")
  void sum_awkwardPlane_matchesNaive(LumaPlane plane) {
    assertThat(new ScalarFocusKernel().sum(plane)).isEqualTo(NAIVE.sum(plane));
  }

  @Test
  void sum_scratchReusedAfterWiderPlane_matchesNaive() {
    FocusKernel kernel = new ScalarFocusKernel();
    List<LumaPlane> planes = FocusKernelCases.planes().toList();
    kernel.sum(planes.get(planes.size() - 1));
    assertThat(kernel.sum(planes.get(7))).isEqualTo(NAIVE.sum(planes.get(7)));
  }

  @Test
  void choose_candidateThatMiscounts_isPassedOver() {
    FocusKernel wrong =
        new FocusKernel() {
          @Override
          public String name() {
            return "wrong";
          }

          @Override
          public FocusSums sum(LumaPlane plane) {
            return new FocusSums(1, 2, 3, 4);
          }
        };
    assertThat(FocusKernels.choose(List.of(wrong)).name()).isEqualTo("scalar");
    assertThat(FocusKernels.choose(List.of(wrong, new NaiveFocusKernel())).name())
        .isEqualTo("naive");
  }

  @Test
  void choose_candidateThatCannotBeLinked_fallsBackToScalar() {
    Iterable<FocusKernel> broken =
        () -> {
          throw new NoClassDefFoundError("jdk/incubator/vector/Vector");
        };
    assertThat(FocusKernels.choose(broken).name()).isEqualTo("scalar");
  }
}
