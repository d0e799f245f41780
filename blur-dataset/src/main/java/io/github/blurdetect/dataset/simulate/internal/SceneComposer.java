package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.PhotoPlan;
import io.github.blurdetect.dataset.simulate.Scene;
import java.util.random.RandomGenerator;

/**
 * Lays a page into a scene.
 *
 * @param picture linear light
 * @param pageToPicture from page to picture pixels
 */
public record SceneComposer(Planes picture, Homography pageToPicture) {

  /** Reducing by more than this aliases under the cubic alone. */
  private static final double LEAST_WARP_SCALE = 0.9;

  /**
   * Composes.
   *
   * @param page sharp page
   * @param plan scene, scale, rotation, perspective, margin
   * @param random textures and corners
   * @return picture and map
   */
  public static SceneComposer compose(BlurImage page, PhotoPlan plan, RandomGenerator random) {
    Planes light = Planes.lightOf(page);
    int width = (int) Math.max(1, Math.round(page.width() * plan.scale()));
    int height = (int) Math.max(1, Math.round(page.height() * plan.scale()));
    if (plan.scene() == Scene.FLAT) {
      Planes scaled = Resampler.resize(light, width, height);
      return new SceneComposer(
          scaled, Homography.scale((double) width / page.width(), (double) height / page.height()));
    }
    double[] quad = corners(width, height, plan, random);
    int canvasWidth = frame(quad, 0, width * plan.margin(), random);
    int canvasHeight = frame(quad, 1, height * plan.margin(), random);
    Planes picture = Backgrounds.draw(plan.scene(), canvasWidth, canvasHeight, random);
    Backgrounds.castShadow(picture, quad, random);
    Homography map = Homography.rectangleTo(page.width(), page.height(), quad);
    if (plan.scale() < LEAST_WARP_SCALE) {
      light = Resampler.resize(light, width, height);
    }
    Homography draw = Homography.rectangleTo(light.width(), light.height(), quad);
    Warp.draw(light.coloured(), draw, picture);
    return new SceneComposer(picture, map);
  }

  private static double[] corners(int width, int height, PhotoPlan plan, RandomGenerator random) {
    double cos = Math.cos(plan.rotation());
    double sin = Math.sin(plan.rotation());
    double[] quad = new double[8];
    for (int i = 0; i < 4; i++) {
      double x = (i == 1 || i == 2 ? 0.5 : -0.5) + stray(plan, random);
      double y = (i >= 2 ? 0.5 : -0.5) + stray(plan, random);
      quad[2 * i] = cos * x * width - sin * y * height;
      quad[2 * i + 1] = sin * x * width + cos * y * height;
    }
    return quad;
  }

  private static double stray(PhotoPlan plan, RandomGenerator random) {
    return plan.perspective() * (random.nextDouble() - 0.5);
  }

  /** Moves the corners into a frame along one axis and returns the frame's size. */
  private static int frame(double[] quad, int axis, double margin, RandomGenerator random) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = axis; i < 8; i += 2) {
      least = Math.min(least, quad[i]);
      most = Math.max(most, quad[i]);
    }
    double before = margin * random.nextDouble(0.2, 0.8);
    for (int i = axis; i < 8; i += 2) {
      quad[i] += before - least;
    }
    return (int) Math.max(16, Math.ceil(most - least + margin));
  }
}
