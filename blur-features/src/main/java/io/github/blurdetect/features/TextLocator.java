package io.github.blurdetect.features;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.internal.LineFinder;

/**
 * Finds printed or written text, sharp or blurred, level or turned by 90 degrees.
 *
 * <p>The photo is shrunk by a power of two to at most {@value #MOST_PIXELS} pixels; what is darker
 * than its surroundings (Niblack, 1986) is cut into connected pieces, and pieces of like height
 * that stand side by side are joined to lines, as in the bottom-up page segmentation of O'Gorman
 * (1993, doi:10.1109/34.244677). Blur melts letters into words and words into bars, which are lines
 * as well; their height at half depth, and so the x-height, hardly changes. Noise is left out by a
 * floor on the local contrast. Not found: light print on dark ground, print lower than about 3
 * pixels after shrinking, text turned by 30 to 60 degrees.
 *
 * <p>Stateless and safe for use by many threads; the result depends on the pixels alone.
 */
public final class TextLocator {
  /** The most pixels of the shrunken photo. */
  public static final int MOST_PIXELS = 1_600_000;

  private static final TextLocator DEFAULTS = new TextLocator();

  private TextLocator() {}

  /**
   * Returns the locator.
   *
   * @return the one instance
   */
  public static TextLocator defaults() {
    return DEFAULTS;
  }

  /**
   * Finds the text.
   *
   * @param luma the photo's brightness at native scale
   * @return where the text is; no lines where there is none
   */
  public TextLayout locate(LumaPlane luma) {
    return LineFinder.find(luma).layout();
  }

  /**
   * Finds the text of an image, once for all who ask about the same instance.
   *
   * @param image the photo at native scale
   * @return as {@link #locate(LumaPlane)}
   */
  public TextLayout locate(BlurImage image) {
    return LineFinder.find(image).layout();
  }
}
