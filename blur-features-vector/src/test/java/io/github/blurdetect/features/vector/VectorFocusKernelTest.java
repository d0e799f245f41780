package io.github.blurdetect.features.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.kernel.FocusKernelCases;
import io.github.blurdetect.features.kernel.FocusKernels;
import io.github.blurdetect.features.kernel.NaiveFocusKernel;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorFocusKernelTest {
  static Stream<LumaPlane> planes() {
    return FocusKernelCases.planes();
  }

  @ParameterizedTest
  @MethodSource("planes")
  void sum_awkwardPlane_matchesNaive(LumaPlane plane) {
    assertThat(new VectorFocusKernel().sum(plane)).isEqualTo(new NaiveFocusKernel().sum(plane));
  }

  @Test
  void best_withVectorModulePresent_isTheVectorKernel() {
    assertThat(FocusKernels.best()).isInstanceOf(VectorFocusKernel.class);
  }
}
