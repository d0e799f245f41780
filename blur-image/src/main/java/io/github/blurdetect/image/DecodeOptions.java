package io.github.blurdetect.image;

/**
 * Limits that keep one image from taking all memory, checked before anything is decoded, and
 * whether colours are wanted.
 *
 * @param maxPixels the most pixels (width times height) an image may have, 1 to 700 million; a
 *     decoded image takes up to three bytes a pixel
 * @param maxBytes the most bytes an encoded image may have, 1 to 2,147,483,639
 * @param colour whether images in colour are decoded as such; if not, every image is grey, in less
 *     than half of the time: a JPEG's own brightness channel (Y of JFIF, 0 to 255), of other files
 *     the brightness of the decoded colours, as {@link io.github.blurdetect.api.BlurImage#luma()}
 */
public record DecodeOptions(long maxPixels, long maxBytes, boolean colour) {
  private static final long MOST_PIXELS = 700_000_000L;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;
  private static final DecodeOptions DEFAULTS = new DecodeOptions(50_000_000L, 256L << 20, true);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a limit is out of its range
   */
  public DecodeOptions {
    check("maxPixels", maxPixels, MOST_PIXELS);
    check("maxBytes", maxBytes, MOST_BYTES);
  }

  private static void check(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 1 to " + most);
    }
  }

  /**
   * Returns 50 megapixels and 256 MiB, in colour.
   *
   * @return the defaults
   */
  public static DecodeOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another pixel limit.
   *
   * @param pixels width times height, 1 to 700 million
   * @return a new instance
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public DecodeOptions withMaxPixels(long pixels) {
    return new DecodeOptions(pixels, maxBytes, colour);
  }

  /**
   * Returns these options with another byte limit.
   *
   * @param bytes length of the encoded image, 1 to 2,147,483,639
   * @return a new instance
   * @throws IllegalArgumentException if the limit is out of its range
   */
  public DecodeOptions withMaxBytes(long bytes) {
    return new DecodeOptions(maxPixels, bytes, colour);
  }

  /**
   * Returns these options with or without colours.
   *
   * @param wanted whether images in colour are decoded as such
   * @return a new instance
   */
  public DecodeOptions withColour(boolean wanted) {
    return new DecodeOptions(maxPixels, maxBytes, wanted);
  }
}
