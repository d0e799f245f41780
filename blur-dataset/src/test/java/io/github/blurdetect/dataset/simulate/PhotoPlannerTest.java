package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhotoPlannerTest {

  private static final Map<String, BlurKernel> KERNELS =
      Map.of("one", KernelShapes.motion(), "two", KernelShapes.disc(0.2, 6));

  @Test
  void plan_validation_staysWithinWhatItSays() {
    PhotoPlanner planner = new PhotoPlanner(SimulationConfig.validation(KERNELS));
    Set<Double> sigmas = new HashSet<>();
    Set<String> kernels = new HashSet<>();
    int part = 0;
    double strength = 0;
    int count = 4000;
    for (int i = 0; i < count; i++) {
      PhotoPlan plan = planner.plan(i, 1_000_000);
      assertThat(plan.scale()).isBetween(0.7, 1.5);
      assertThat(plan.jpegQuality()).isBetween(55, 95);
      assertThat(plan.blur().strength()).isBetween(0.0, 0.8);
      assertThat(plan.blur().kind()).isEqualTo(BlurKind.MEASURED);
      assertThat(plan.scene()).isEqualTo(Scene.FLAT);
      assertThat(plan.light()).isEqualTo(LightPlan.EVEN);
      sigmas.add(plan.noiseSigma());
      kernels.add(plan.blur().kernel());
      part += plan.blur().coverage() == Coverage.PART ? 1 : 0;
      strength += plan.blur().strength() / count;
    }
    assertThat(sigmas).containsExactlyInAnyOrder(0.0, 3.0, 6.0, 12.0);
    assertThat(kernels).containsExactlyInAnyOrder("one", "two");
    assertThat(part / (double) count).isCloseTo(0.2, within(0.02));
    assertThat(strength).isCloseTo(0.4, within(0.015));
  }

  @Test
  void plan_train_usesEveryKindSceneAndCoverage() {
    PhotoPlanner planner = new PhotoPlanner(SimulationConfig.train(KERNELS));
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      PhotoPlan plan = planner.plan(i, 1_000_000);
      seen.add(plan.scene());
      seen.add(plan.blur().kind());
      seen.add(plan.blur().coverage());
      assertThat(plan.jpegQuality()).isBetween(1, 100);
      assertThat(plan.scale() * plan.scale() * 1_000_000).isLessThanOrEqualTo(2_200_001);
    }
    assertThat(seen).contains((Object[]) Scene.values());
    assertThat(seen).contains((Object[]) Coverage.values());
    assertThat(seen)
        .contains(
            BlurKind.GAUSSIAN,
            BlurKind.DEFOCUS,
            BlurKind.MOTION,
            BlurKind.SHAKE,
            BlurKind.MEASURED);
  }

  @Test
  void kernels_ofTrainingAndValidation_haveNoneInCommon() {
    assertThat(SimulationConfig.TRAIN_KERNELS)
        .doesNotContainAnyElementsOf(SimulationConfig.VALIDATION_KERNELS);
  }

  @Test
  void validation_withoutKernels_isRefused() {
    assertThatThrownBy(() -> SimulationConfig.validation(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("measured");
  }
}
