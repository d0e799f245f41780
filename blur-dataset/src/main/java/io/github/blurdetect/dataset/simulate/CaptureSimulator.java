package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.internal.Convolver;
import io.github.blurdetect.dataset.simulate.internal.Field;
import io.github.blurdetect.dataset.simulate.internal.Homography;
import io.github.blurdetect.dataset.simulate.internal.InkContrast;
import io.github.blurdetect.dataset.simulate.internal.JpegWriter;
import io.github.blurdetect.dataset.simulate.internal.Planes;
import io.github.blurdetect.dataset.simulate.internal.SceneComposer;
import io.github.blurdetect.dataset.simulate.internal.SensorNoise;
import io.github.blurdetect.dataset.simulate.internal.Tone;
import io.github.blurdetect.dataset.simulate.internal.VariedBlur;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Turns a sharp page into a photo, in the order in which a camera does.
 *
 * <pre>
 *   page -> linear light -> scaled or laid into a scene -> lit -> blurred -> exposed -> sRGB code
 *        -> sharpened -> noise -> 8 bits -> JPEG
 * </pre>
 *
 * The blur is applied at the photo's resolution, in linear light; its strength is the kernel's RMS
 * radius over the page's median x-height in the photo. Depends on nothing but its arguments. Safe
 * for use by many threads.
 */
public final class CaptureSimulator {

  private static final int PART_STEPS = 2;
  private static final int VARYING_STEPS = 4;

  /**
   * Makes a photo.
   *
   * @param page what is photographed
   * @param plan how
   * @return the photo
   */
  public SimulatedPhoto simulate(SourcePage page, PhotoPlan plan) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    SceneComposer scene = SceneComposer.compose(page.image(), plan, random.split());
    Planes light = scene.picture();
    Homography map = scene.pageToPicture();
    Field shade = shade(light, plan.light());
    Tone.shade(light, shade);

    double xHeight =
        page.xHeight() * map.magnification(page.image().width() / 2.0, page.image().height() / 2.0);
    double radius = plan.blur().strength() * xHeight;
    BlurPlan blur = plan.blur();
    VariedBlur varied = varied(blur, radius, light);
    Planes blurred = varied.apply(light);
    BlurImage image = develop(blurred, plan, random.split());
    byte[] jpeg = JpegWriter.encode(image, plan.jpegQuality());
    List<SimulatedPhoto.Line> lines = lines(page, map, varied, image, shade, plan.light());
    return new SimulatedPhoto(plan, image, jpeg, xHeight, varied.largest(), lines, map);
  }

  private static VariedBlur varied(BlurPlan blur, double radius, Planes light) {
    Field share = new Field(light.width(), light.height(), blur.region()::at);
    int steps =
        switch (blur.coverage()) {
          case WHOLE -> 1;
          case PART -> PART_STEPS;
          case VARYING -> VARYING_STEPS;
        };
    return new VariedBlur(blur.shape(), blur.angle(), radius, share, steps);
  }

  private static Field shade(Planes light, LightPlan plan) {
    double fx = Math.cos(plan.falloffAngle());
    double fy = Math.sin(plan.falloffAngle());
    double sx = Math.cos(plan.shadowAngle());
    double sy = Math.sin(plan.shadowAngle());
    return new Field(
        light.width(),
        light.height(),
        (u, v) -> {
          double x = u - 0.5;
          double y = v - 0.5;
          double falloff = 1 - plan.falloff() * (0.5 + (x * fx + y * fy) / Math.sqrt(2));
          double vignette = 1 - plan.vignette() * 2 * (x * x + y * y);
          double edge = (x * sx + y * sy - plan.shadowOffset()) / 0.06;
          double shadow = 1 - plan.shadow() / (1 + Math.exp(-edge));
          return falloff * vignette * shadow;
        });
  }

  private static BlurImage develop(Planes light, PhotoPlan plan, SplittableRandom random) {
    LightPlan tone = plan.light();
    Tone.expose(light, new double[] {tone.red(), tone.green(), tone.blue()}, tone.lift());
    light.encode();
    Tone.bend(light, tone.gamma());
    if (plan.sharpen() > 0) {
      Planes soft = Convolver.convolve(light, KernelShapes.gaussian().at(1.6, 0));
      Tone.sharpen(light, plan.sharpen(), soft);
    }
    SensorNoise.add(light, plan.noiseSigma(), plan.shotShare(), plan.noiseGrey(), random);
    return light.toImage();
  }

  private static List<SimulatedPhoto.Line> lines(
      SourcePage page,
      Homography map,
      VariedBlur blur,
      BlurImage image,
      Field shade,
      LightPlan tone) {
    List<SimulatedPhoto.Line> lines = new ArrayList<>();
    for (TextLine line : page.lines()) {
      Box box = map.map(line.box(), image.width(), image.height());
      double factor = map.magnification(line.box().centreX(), line.box().centreY());
      lines.add(
          new SimulatedPhoto.Line(
              box,
              line.text(),
              line.role(),
              line.xHeight() * factor,
              blur.rmsRadius(box.centreX(), box.centreY()),
              InkContrast.inPhoto(
                  page.image().luma(), line, shade.at(box.centreX(), box.centreY()), tone),
              line.stroke() * factor));
    }
    return lines;
  }
}
