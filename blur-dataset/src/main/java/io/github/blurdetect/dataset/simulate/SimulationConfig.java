package io.github.blurdetect.dataset.simulate;

import static io.github.blurdetect.dataset.simulate.Distribution.always;
import static io.github.blurdetect.dataset.simulate.Distribution.choice;
import static io.github.blurdetect.dataset.simulate.Distribution.mixture;
import static io.github.blurdetect.dataset.simulate.Distribution.uniform;
import static io.github.blurdetect.dataset.simulate.Weighted.item;

import java.util.List;
import java.util.Map;

/**
 * What photos are drawn from. Immutable.
 *
 * @param name what the set is called
 * @param kinds what blurs
 * @param measured kernels for {@link BlurKind#MEASURED}, by name; drawn evenly
 * @param strength RMS radius of the blur over the page's x-height, in the photo
 * @param coverage how much of the photo is blurred
 * @param scene what the page lies on
 * @param scale photo pixels per page pixel, before the limit below
 * @param noiseSigma standard deviation on the paper, in 8-bit code values
 * @param shotShare share of the noise's variance that is shot noise, in [0, 1]
 * @param jpegQuality 1 to 100
 * @param lightVariation chance that light, exposure, contrast, tint and gamma vary
 * @param sharpening chance that the camera sharpens
 * @param maxPixels most pixels of the scaled page; a larger scale is brought down to it
 */
public record SimulationConfig(
    String name,
    Weighted<BlurKind> kinds,
    Map<String, BlurKernel> measured,
    Distribution strength,
    Weighted<Coverage> coverage,
    Weighted<Scene> scene,
    Distribution scale,
    Distribution noiseSigma,
    Distribution shotShare,
    Distribution jpegQuality,
    double lightVariation,
    double sharpening,
    long maxPixels) {

  /** Names of the measured kernels for training. */
  public static final List<String> TRAIN_KERNELS =
      List.of(
          "hdc_defocus_step_0",
          "hdc_defocus_step_4",
          "hdc_defocus_step_6",
          "hdc_defocus_step_8",
          "levin09_1",
          "levin09_2",
          "levin09_3");

  /** Names of the measured kernels for validation, none of them in training. */
  public static final List<String> VALIDATION_KERNELS =
      List.of("hdc_defocus_step_2", "hdc_defocus_step_5", "hdc_defocus_step_7", "levin09_4");

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if measured kernels may be drawn but none is given, a chance
   *     is out of [0, 1], or the most pixels are below 1
   */
  public SimulationConfig {
    measured = Map.copyOf(measured);
    boolean needsMeasured =
        kinds.items().stream().anyMatch(i -> i.value() == BlurKind.MEASURED && i.weight() > 0);
    if (needsMeasured && measured.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' draws measured kernels but none is given");
    }
    chance("light variation", lightVariation);
    chance("sharpening", sharpening);
    if (maxPixels < 1) {
      throw new IllegalArgumentException("most pixels are " + maxPixels + ", expected at least 1");
    }
  }

  private static void chance(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " is " + value + ", expected 0 to 1");
    }
  }

  /**
   * Returns what models are trained on: wide in everything, denser where legibility ends, many
   * pages blurred in part, and enough sharp ones.
   *
   * @param measured kernels; where there are none only drawn shapes are used
   * @return the settings
   */
  public static SimulationConfig train(Map<String, BlurKernel> measured) {
    return new SimulationConfig(
        "train",
        Weighted.of(
            item(BlurKind.MEASURED, measured.isEmpty() ? 0 : 0.3),
            item(BlurKind.DEFOCUS, 0.25),
            item(BlurKind.SHAKE, 0.2),
            item(BlurKind.MOTION, 0.15),
            item(BlurKind.GAUSSIAN, 0.1)),
        measured,
        mixture(0.28, uniform(0, 0.14), mixture(0.62, uniform(0.1, 0.4), uniform(0.3, 1.0))),
        Weighted.of(
            item(Coverage.WHOLE, 0.55), item(Coverage.PART, 0.28), item(Coverage.VARYING, 0.17)),
        Weighted.of(
            item(Scene.FLAT, 0.5),
            item(Scene.DESK, 0.09),
            item(Scene.WOOD, 0.09),
            item(Scene.CLOTH, 0.09),
            item(Scene.DARK, 0.05),
            item(Scene.CLUTTER, 0.1),
            item(Scene.BOKEH, 0.08)),
        mixture(0.8, uniform(0.7, 1.5), uniform(1.0, 2.2)),
        mixture(0.45, uniform(0, 3), uniform(1, 14)),
        mixture(0.5, always(0), uniform(0, 1)),
        mixture(0.85, uniform(50, 97), uniform(30, 60)),
        0.7,
        0.25,
        2_200_000);
  }

  /**
   * Returns what models are validated on: flat pages, measured kernels only, strengths 0 to 0.8,
   * noise 0, 3, 6 or 12, scale 0.7 to 1.5, JPEG 55 to 95, one page in five blurred in part.
   *
   * @param measured kernels, not those of training
   * @return the settings
   */
  public static SimulationConfig validation(Map<String, BlurKernel> measured) {
    return new SimulationConfig(
        "validation",
        Weighted.of(item(BlurKind.MEASURED, 1)),
        measured,
        uniform(0, 0.8),
        Weighted.of(item(Coverage.WHOLE, 0.8), item(Coverage.PART, 0.2)),
        Weighted.of(item(Scene.FLAT, 1)),
        uniform(0.7, 1.5),
        choice(0.0, 3.0, 6.0, 12.0),
        always(0),
        uniform(55, 95),
        0,
        0,
        20_000_000);
  }

  /**
   * Returns what samples are drawn from: half of them sharp, half blurred beyond doubt, in mild
   * light and noise, so that anybody sees which is which.
   *
   * @return the settings
   */
  public static SimulationConfig samples() {
    return new SimulationConfig(
        "samples",
        Weighted.of(
            item(BlurKind.DEFOCUS, 0.4), item(BlurKind.MOTION, 0.3), item(BlurKind.SHAKE, 0.3)),
        Map.of(),
        mixture(0.5, always(0), uniform(0.45, 0.7)),
        Weighted.of(item(Coverage.WHOLE, 1)),
        Weighted.of(
            item(Scene.FLAT, 0.2),
            item(Scene.DESK, 0.25),
            item(Scene.WOOD, 0.25),
            item(Scene.CLOTH, 0.2),
            item(Scene.BOKEH, 0.1)),
        uniform(0.8, 1.1),
        uniform(0, 4),
        always(0),
        uniform(82, 92),
        0.5,
        0,
        1_000_000);
  }
}
