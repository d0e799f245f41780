package io.github.blurdetect.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pixels: 8-bit grey, or 8-bit RGB interleaved as R, G, B.
 *
 * <p>Row {@code y} starts at {@code pixels()[y * stride()]}. The array given to a factory is kept,
 * not copied: the caller hands it over and must not write to it afterwards. Under that rule an
 * instance is immutable and safe for use by many threads. The brightness plane is computed at most
 * once, when first asked for.
 */
public final class BlurImage {

  /** How a pixel is laid out in memory. */
  public enum Layout {
    /** One byte a pixel: brightness. */
    GREY(1),
    /** Three bytes a pixel: red, green, blue. */
    RGB(3);

    private final int channels;

    Layout(int channels) {
      this.channels = channels;
    }

    /**
     * Returns the bytes a pixel takes.
     *
     * @return 1 or 3
     */
    public int channels() {
      return channels;
    }
  }

  // BT.601 in 14-bit fixed point, the weights and rounding of OpenCV's 8-bit RGB2GRAY:
  // (4899 R + 9617 G + 1868 B + 8192) >> 14. The weights sum to 16384, so the result is at most
  // 255.
  private static final int RED = 4899;
  private static final int GREEN = 9617;
  private static final int BLUE = 1868;
  private static final int HALF = 1 << 13;

  private final byte[] pixels;
  private final int width;
  private final int height;
  private final int stride;
  private final Layout layout;
  private volatile @Nullable LumaPlane luma;
  private final Map<Class<?>, Object> derived = new HashMap<>(2);

  private BlurImage(byte[] pixels, int width, int height, int stride, Layout layout) {
    Objects.requireNonNull(pixels, "pixels");
    checkGeometry(pixels.length, width, height, stride, layout.channels());
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.stride = stride;
    this.layout = layout;
  }

  /**
   * Wraps a grey image whose rows follow one another without gaps.
   *
   * @param pixels brightness, {@code width * height} bytes; handed over, not copied
   * @param width pixels in a row, at least 1
   * @param height rows, at least 1
   * @return the image
   * @throws IllegalArgumentException if a side is under 1 or the array is too short
   */
  public static BlurImage grey(byte[] pixels, int width, int height) {
    return new BlurImage(pixels, width, height, width, Layout.GREY);
  }

  /**
   * Wraps an RGB image whose rows follow one another without gaps.
   *
   * @param pixels R, G, B, {@code 3 * width * height} bytes; handed over, not copied
   * @param width pixels in a row, at least 1
   * @param height rows, at least 1
   * @return the image
   * @throws IllegalArgumentException if a side is under 1 or the array is too short
   */
  public static BlurImage rgb(byte[] pixels, int width, int height) {
    // Beyond this width the stride would overflow; no array is long enough for it anyway.
    int stride = (int) Math.min(3L * width, Integer.MAX_VALUE);
    return new BlurImage(pixels, width, height, stride, Layout.RGB);
  }

  /**
   * Wraps an image with a row stride of its own.
   *
   * @param pixels the rows; handed over, not copied
   * @param width pixels in a row, at least 1
   * @param height rows, at least 1
   * @param stride bytes from one row's start to the next's, at least {@code width} times the
   *     layout's channels
   * @param layout how a pixel is laid out
   * @return the image
   * @throws IllegalArgumentException if a side is under 1, the stride is too small or the array too
   *     short
   */
  public static BlurImage of(byte[] pixels, int width, int height, int stride, Layout layout) {
    return new BlurImage(pixels, width, height, stride, layout);
  }

  /**
   * Returns the pixels themselves, not a copy.
   *
   * @return the rows; must not be written to
   */
  public byte[] pixels() {
    return pixels;
  }

  /**
   * Returns the pixels in a row.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * Returns the rows.
   *
   * @return at least 1
   */
  public int height() {
    return height;
  }

  /**
   * Returns the bytes from one row's start to the next's.
   *
   * @return at least {@code width()} times the layout's channels
   */
  public int stride() {
    return stride;
  }

  /**
   * Returns how a pixel is laid out.
   *
   * @return grey or RGB
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Returns the brightness plane (ITU-R BT.601, rounded as OpenCV's 8-bit RGB2GRAY rounds it). A
   * grey image's plane is its pixel array itself.
   *
   * @return the plane, the same instance at every call
   */
  public LumaPlane luma() {
    LumaPlane plane = luma;
    if (plane == null) {
      synchronized (this) {
        plane = luma;
        if (plane == null) {
          plane = layout == Layout.GREY ? new LumaPlane(pixels, width, height, stride) : toLuma();
          luma = plane;
        }
      }
    }
    return plane;
  }

  /**
   * Returns something derived from this image that is costly to compute, computing it at the first
   * call. It is kept as long as the image, so that scorers of one stack can share it: where the
   * text is, for example.
   *
   * @param <T> what is derived
   * @param kind the type of the derived value, which tells it from others; so a type that nobody
   *     else derives, of one's own package
   * @param derive computes the value from this image alone, never null; called at most once a kind
   * @return the same instance at every call
   */
  public <T> T derived(Class<T> kind, Function<? super BlurImage, ? extends T> derive) {
    synchronized (derived) {
      Object value = derived.get(kind);
      if (value == null) {
        value = Objects.requireNonNull(derive.apply(this), () -> "derived " + kind.getName());
        derived.put(kind, value);
      }
      return kind.cast(value);
    }
  }

  private LumaPlane toLuma() {
    byte[] grey = new byte[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      int in = y * stride;
      int out = y * width;
      for (int x = 0; x < width; x++, in += 3) {
        int sum =
            RED * (pixels[in] & 0xFF)
                + GREEN * (pixels[in + 1] & 0xFF)
                + BLUE * (pixels[in + 2] & 0xFF);
        grey[out + x] = (byte) ((sum + HALF) >> 14);
      }
    }
    return new LumaPlane(grey, width, height, width);
  }

  static void checkGeometry(int length, int width, int height, int stride, int channels) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "image is " + width + " x " + height + ", expected at least 1 x 1");
    }
    if (stride < (long) width * channels) {
      throw new IllegalArgumentException(
          "stride is " + stride + ", expected at least " + (long) width * channels);
    }
    long needed = (long) (height - 1) * stride + (long) width * channels;
    if (length < needed) {
      throw new IllegalArgumentException(
          "pixel array has " + length + " bytes, expected at least " + needed);
    }
  }

  @Override
  public String toString() {
    return "BlurImage[" + width + " x " + height + " " + layout + "]";
  }
}
