package io.github.blurdetect.dataset.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.blurdetect.api.LumaPlane;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureSimulatorTest {

  private static final SourcePage PAGE = new TestPages(1).page(0);
  private static final BlurPlan SHARP =
      new BlurPlan(
          BlurKind.NONE, "", BlurKernel.IDENTITY, 0, 0, Coverage.WHOLE, RegionPlan.EVERYWHERE);

  @Test
  void simulate_nothingDrawn_returnsThePage() {
    SimulatedPhoto photo = simulate(plan(Scene.FLAT, 1, SHARP, LightPlan.EVEN, 0));

    for (int y = 0; y < TestPages.HEIGHT; y++) {
      for (int x = 0; x < TestPages.WIDTH; x++) {
        assertThat(photo.image().luma().get(x, y)).isEqualTo(PAGE.image().luma().get(x, y));
      }
    }
    assertThat(photo.xHeight()).isEqualTo(10);
    assertThat(photo.lines().get(1).contrast()).isCloseTo(0, within(1.0)); // a bar has no paper
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void simulate_anyScene_boxesLieOnTheInk(Scene scene) {
    SimulatedPhoto photo = simulate(plan(scene, 1.3, SHARP, LightPlan.EVEN, 0));

    LumaPlane luma = photo.image().luma();
    assertThat(photo.lines()).hasSize(3);
    for (SimulatedPhoto.Line line : photo.lines()) {
      assertThat(luma.get(line.box().centreX(), line.box().centreY())).isLessThan(60);
      int above = line.box().top() - 5;
      assertThat(luma.get(line.box().centreX(), above)).isGreaterThan(180);
    }
    assertThat(photo.xHeight()).isCloseTo(13, within(0.8));
  }

  @Test
  void simulate_strength_isRadiusOverXHeight() {
    BlurPlan blur =
        new BlurPlan(
            BlurKind.GAUSSIAN,
            "",
            KernelShapes.gaussian(),
            0,
            0.4,
            Coverage.WHOLE,
            RegionPlan.EVERYWHERE);
    SimulatedPhoto photo = simulate(plan(Scene.FLAT, 1.5, blur, LightPlan.EVEN, 0));

    assertThat(photo.rmsRadius()).isCloseTo(6, within(0.03));
    assertThat(photo.lines().get(0).strength()).isCloseTo(0.4, within(0.002));
  }

  @Test
  void simulate_partBlurred_saysSoForEachLine() {
    RegionPlan lower = new RegionPlan(RegionPlan.Shape.HALF, Math.PI / 2, 0.1, 1, 0.05);
    BlurPlan blur =
        new BlurPlan(BlurKind.GAUSSIAN, "", KernelShapes.gaussian(), 0, 0.5, Coverage.PART, lower);
    SimulatedPhoto photo = simulate(plan(Scene.FLAT, 1, blur, LightPlan.EVEN, 0));

    assertThat(photo.lines().get(0).rmsRadius()).isZero();
    assertThat(photo.lines().get(2).rmsRadius()).isCloseTo(5, within(0.05));
    LumaPlane luma = photo.image().luma();
    assertThat(luma.get(60, 19)).isEqualTo(250); // just above the first bar: sharp
    assertThat(luma.get(60, 79)).isLessThan(230); // just above the third: blurred
  }

  @Test
  void simulate_lightAndLift_lowerTheContrast() {
    SourcePage page =
        new SourcePage(
            "p",
            PAGE.image(),
            java.util.List.of(
                new TextLine(new Box(20, 15, 120, 35), "x", 10, TextLine.Role.CONTENT)));
    LightPlan dim = new LightPlan(0, 0, 0, 0, 0, 0, 0.4, 0.4, 0.4, 0.1, 1);
    CaptureSimulator simulator = new CaptureSimulator();

    SimulatedPhoto even = simulator.simulate(page, plan(Scene.FLAT, 1, SHARP, LightPlan.EVEN, 0));
    SimulatedPhoto photo = simulator.simulate(page, plan(Scene.FLAT, 1, SHARP, dim, 0));

    LumaPlane luma = photo.image().luma();
    assertThat(even.lines().get(0).contrast()).isCloseTo(240, within(1.0));
    assertThat(photo.lines().get(0).contrast())
        .isCloseTo(luma.get(5, 5) - luma.get(60, 25), within(2.0));
  }

  @Test
  void simulate_samePlan_givesTheSameBytes() {
    PhotoPlanner planner = new PhotoPlanner(SimulationConfig.train(Map.of()));
    for (int seed = 0; seed < 12; seed++) {
      PhotoPlan plan = planner.plan(seed, TestPages.WIDTH * TestPages.HEIGHT);
      assertThat(simulate(plan).jpeg()).isEqualTo(simulate(plan).jpeg());
    }
  }

  @Test
  void simulate_noise_isAsStrongAsStated() {
    SimulatedPhoto photo = simulate(plan(Scene.FLAT, 1, SHARP, LightPlan.EVEN, 6));

    double sum = 0;
    int count = 0;
    for (int y = 95; y < 118; y++) {
      for (int x = 0; x < TestPages.WIDTH; x++, count++) {
        int green = photo.image().pixels()[3 * (y * TestPages.WIDTH + x) + 1] & 0xFF;
        sum += Math.pow(Math.min(0, green - 250), 2); // the upper half is cut at 255
      }
    }
    assertThat(Math.sqrt(2 * sum / count)).isCloseTo(6, within(0.4));
  }

  private static SimulatedPhoto simulate(PhotoPlan plan) {
    return new CaptureSimulator().simulate(PAGE, plan);
  }

  private static PhotoPlan plan(
      Scene scene, double scale, BlurPlan blur, LightPlan light, double noise) {
    boolean flat = scene == Scene.FLAT;
    return new PhotoPlan(
        7,
        scene,
        scale,
        flat ? 0 : 0.1,
        flat ? 0 : 0.06,
        flat ? 0 : 0.2,
        light,
        blur,
        noise,
        0,
        0,
        0,
        90);
  }
}
