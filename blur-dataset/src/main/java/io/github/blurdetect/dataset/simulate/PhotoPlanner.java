package io.github.blurdetect.dataset.simulate;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws what a photo is to be. Safe for use by many threads. */
public final class PhotoPlanner {

  private final SimulationConfig config;
  private final TreeMap<String, BlurKernel> measured;

  /**
   * Makes a planner.
   *
   * @param config what to draw from
   */
  public PhotoPlanner(SimulationConfig config) {
    this.config = config;
    this.measured = new TreeMap<>(config.measured());
  }

  /**
   * Draws one photo's plan.
   *
   * @param seed all that the plan depends on, with the page's size
   * @param pagePixels pixels of the page, for the limit on the scale
   * @return the plan
   */
  public PhotoPlan plan(long seed, long pagePixels) {
    SplittableRandom random = new SplittableRandom(seed);
    Scene scene = config.scene().sample(random);
    boolean flat = scene == Scene.FLAT;
    double largest = Math.sqrt((double) config.maxPixels() / pagePixels);
    double scale = Math.min(config.scale().sample(random), largest);
    return new PhotoPlan(
        random.nextLong(),
        scene,
        scale,
        flat ? 0 : Math.toRadians(6) * random.nextGaussian(),
        flat ? 0 : random.nextDouble(0, 0.07),
        flat ? 0 : random.nextDouble(0.02, 0.3),
        light(random),
        blur(random),
        config.noiseSigma().sample(random),
        config.shotShare().sample(random),
        config.lightVariation() == 0 ? 0 : random.nextDouble(),
        random.nextDouble() < config.sharpening() ? random.nextDouble(0.2, 1.2) : 0,
        (int) Math.round(config.jpegQuality().sample(random)));
  }

  private LightPlan light(RandomGenerator random) {
    if (random.nextDouble() >= config.lightVariation()) {
      return LightPlan.EVEN;
    }
    double exposure = Math.pow(2, random.nextDouble(-1.3, 0.15));
    double warmth = 0.12 * random.nextGaussian();
    boolean shadow = random.nextDouble() < 0.3;
    return new LightPlan(
        random.nextDouble(0, 0.6),
        random.nextDouble(2 * Math.PI),
        random.nextDouble(0, 0.35),
        shadow ? random.nextDouble(0.2, 0.7) : 0,
        random.nextDouble(2 * Math.PI),
        random.nextDouble(-0.4, 0.4),
        exposure * Math.exp(warmth),
        exposure,
        exposure * Math.exp(-warmth),
        random.nextDouble() < 0.4 ? random.nextDouble(0, 0.15) : 0,
        random.nextDouble(0.8, 1.35));
  }

  private BlurPlan blur(SplittableRandom random) {
    BlurKind kind = config.kinds().sample(random);
    double strength = config.strength().sample(random);
    Coverage coverage = config.coverage().sample(random);
    double angle = random.nextDouble(2 * Math.PI);
    RegionPlan region = region(coverage, random);
    String name = "";
    BlurKernel shape;
    if (kind == BlurKind.MEASURED) {
      Map.Entry<String, BlurKernel> pick = pick(random.nextInt(measured.size()));
      name = pick.getKey();
      shape = pick.getValue();
    } else {
      shape = shape(kind, random);
    }
    boolean none = kind == BlurKind.NONE || strength == 0;
    return new BlurPlan(
        none ? BlurKind.NONE : kind,
        none ? "" : name,
        none ? BlurKernel.IDENTITY : shape,
        angle,
        none ? 0 : strength,
        none ? Coverage.WHOLE : coverage,
        none ? RegionPlan.EVERYWHERE : region);
  }

  private Map.Entry<String, BlurKernel> pick(int index) {
    return measured.entrySet().stream().skip(index).findFirst().orElseThrow();
  }

  private static BlurKernel shape(BlurKind kind, SplittableRandom random) {
    return switch (kind) {
      case NONE, MEASURED -> BlurKernel.IDENTITY;
      case GAUSSIAN -> KernelShapes.gaussian();
      case DEFOCUS ->
          KernelShapes.disc(
              random.nextDouble(0, 0.8), random.nextDouble() < 0.7 ? 0 : random.nextInt(5, 9));
      case MOTION -> KernelShapes.motion();
      case SHAKE -> KernelShapes.shake(random);
    };
  }

  private static RegionPlan region(Coverage coverage, SplittableRandom random) {
    double angle = random.nextDouble(2 * Math.PI);
    double softness = random.nextDouble(0.03, 0.2);
    return switch (coverage) {
      case WHOLE -> RegionPlan.EVERYWHERE;
      case VARYING ->
          new RegionPlan(
              RegionPlan.Shape.TILT,
              angle,
              random.nextDouble(-0.5, 0.5),
              random.nextDouble(0.35, 1),
              softness);
      case PART -> part(angle, softness, random);
    };
  }

  private static RegionPlan part(double angle, double softness, SplittableRandom random) {
    // Upright or level for the most part: that is how pages are cut by focus and by hands.
    double straight =
        Math.PI / 2 * Math.round(angle / (Math.PI / 2)) + random.nextDouble(-0.2, 0.2);
    return switch (random.nextInt(4)) {
      case 0 ->
          new RegionPlan(
              RegionPlan.Shape.HALF, straight, random.nextDouble(-0.25, 0.25), 1, softness);
      case 1 ->
          new RegionPlan(
              RegionPlan.Shape.BAND,
              straight,
              random.nextDouble(-0.3, 0.3),
              random.nextDouble(0.25, 0.7),
              softness);
      case 2 ->
          new RegionPlan(
              RegionPlan.Shape.SPOT,
              angle,
              random.nextDouble(0, 0.3),
              random.nextDouble(0.4, 1),
              softness);
      default ->
          new RegionPlan(RegionPlan.Shape.CORNER, angle, 0, random.nextDouble(0.4, 0.8), softness);
    };
  }
}
