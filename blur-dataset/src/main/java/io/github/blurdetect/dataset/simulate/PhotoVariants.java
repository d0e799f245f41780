package io.github.blurdetect.dataset.simulate;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.dataset.simulate.PhotoRecord.Label;
import io.github.blurdetect.dataset.simulate.internal.Convolver;
import io.github.blurdetect.dataset.simulate.internal.JpegWriter;
import io.github.blurdetect.dataset.simulate.internal.Planes;
import io.github.blurdetect.dataset.simulate.internal.Resampler;
import java.util.ArrayList;
import java.util.List;

/**
 * Clear and blurred pictures of one sharp photo, for who has good photos only.
 *
 * <p>Three are clear: the photo as it stands, at 70 % and at 50 % of its size. Three are blurred,
 * in linear light: at 70 % by a Gaussian whose sigma in pixels is 1/130 of the sharp photo's width,
 * at 50 % by one of 1/160, and at 50 % by a motion of 1/30 at 30 degrees (1/91, 1/80 and 1/15 of
 * the picture's own width). That makes print unreadable on a photo that one page fills; nobody has
 * read the pictures, the recipe alone gives the label.
 */
public final class PhotoVariants {

  /** Photos with a shorter side than this many pixels are refused. */
  public static final int LEAST_SIDE = 64;

  private static final double MOTION_ANGLE = Math.toRadians(30);
  private static final double GAUSSIAN_RMS = Math.sqrt(2); // Of two dimensions, over sigma.
  private static final double MOTION_RMS = 1 / Math.sqrt(12); // Of a line, over its length.

  private static final List<Recipe> RECIPES =
      List.of(
          new Recipe(1, 92, BlurKind.NONE, 0),
          new Recipe(0.7, 85, BlurKind.NONE, 0),
          new Recipe(0.5, 75, BlurKind.NONE, 0),
          new Recipe(0.7, 85, BlurKind.GAUSSIAN, 1 / 130.0),
          new Recipe(0.5, 80, BlurKind.GAUSSIAN, 1 / 160.0),
          new Recipe(0.5, 80, BlurKind.MOTION, 1 / 30.0));

  /**
   * How a variant is made; the blur's sigma or length in pixels is a share of the sharp photo's
   * width.
   */
  private record Recipe(double scale, int quality, BlurKind kind, double share) {
    BlurKernel kernel(int width) {
      return switch (kind) {
        case GAUSSIAN -> KernelShapes.gaussian().at(GAUSSIAN_RMS * share * width, 0);
        case MOTION -> KernelShapes.motion().at(MOTION_RMS * share * width, MOTION_ANGLE);
        default -> BlurKernel.IDENTITY;
      };
    }
  }

  /**
   * One picture.
   *
   * @param jpeg the file; must not be written to
   * @param width pixels in a row
   * @param height rows
   * @param scale picture pixels per pixel of the sharp photo
   * @param jpegQuality 1 to 100
   * @param kind what blurs
   * @param rmsRadius size of the blur in pixels of this picture; 0 for none
   * @param label clear or blurred
   */
  @SuppressWarnings("ArrayRecordComponent") // A file's bytes: copying each would serve nobody.
  public record Variant(
      byte[] jpeg,
      int width,
      int height,
      double scale,
      int jpegQuality,
      BlurKind kind,
      double rmsRadius,
      Label label) {}

  private PhotoVariants() {}

  /**
   * Makes the pictures.
   *
   * @param sharp a photo whose text can be read, upright
   * @return always in the same order, clear ones first; the same for the same photo
   * @throws IllegalArgumentException if a side is under {@value #LEAST_SIDE} pixels
   */
  public static List<Variant> of(BlurImage sharp) {
    if (Math.min(sharp.width(), sharp.height()) < LEAST_SIDE) {
      throw new IllegalArgumentException(
          "photo is "
              + sharp.width()
              + " x "
              + sharp.height()
              + ", expected at least "
              + LEAST_SIDE
              + " pixels a side");
    }
    List<Variant> variants = new ArrayList<>();
    for (Recipe recipe : RECIPES) {
      variants.add(make(sharp, recipe));
    }
    return variants;
  }

  private static Variant make(BlurImage sharp, Recipe recipe) {
    int width = (int) Math.round(recipe.scale * sharp.width());
    int height = (int) Math.round(recipe.scale * sharp.height());
    BlurKernel kernel = recipe.kernel(sharp.width());
    BlurImage image = recipe.scale == 1 ? sharp : develop(sharp, width, height, kernel);
    return new Variant(
        JpegWriter.encode(image, recipe.quality),
        width,
        height,
        recipe.scale,
        recipe.quality,
        recipe.kind,
        kernel.rmsRadius(),
        recipe.kind == BlurKind.NONE ? Label.CLEAR : Label.BLURRED);
  }

  private static BlurImage develop(BlurImage sharp, int width, int height, BlurKernel kernel) {
    Planes small = Resampler.resize(Planes.lightOf(sharp), width, height);
    Planes light = Convolver.convolve(small, kernel);
    light.encode();
    return light.toImage();
  }
}
