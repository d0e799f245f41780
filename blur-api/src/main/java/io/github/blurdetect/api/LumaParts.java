package io.github.blurdetect.api;

/**
 * Gives parts of an image's brightness without making all of it: what a decoder hands to {@link
 * BlurImage#halved(LumaPlane, int, int, java.util.function.Supplier, LumaParts)}. Called by many
 * threads at once.
 */
@FunctionalInterface
public interface LumaParts {

  /**
   * Makes a part of the brightness plane.
   *
   * @param left first column
   * @param top first row
   * @param width columns, at least 1; the part lies inside the image
   * @param height rows, at least 1
   * @return the part, bit for bit as the whole plane holds it
   */
  LumaPlane part(int left, int top, int width, int height);
}
