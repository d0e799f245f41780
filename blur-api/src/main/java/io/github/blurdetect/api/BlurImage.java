package io.github.blurdetect.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pixels: 8-bit grey, or 8-bit RGB interleaved as R, G, B.
 *
 * <p>Row {@code y} starts at {@code pixels()[y * stride()]}. The array given to a factory is kept,
 * not copied: the caller hands it over and must not write to it afterwards. Under that rule an
 * instance is immutable and safe for use by many threads. The brightness plane and its halvings are
 * computed at most once, when first asked for. So are the pixels of an image made by {@link
 * #halved}: whoever can do with {@link #halvedLuma(int)} of fewer pixels, or with {@link #lumaPart}
 * of them, spares it their decoding.
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

  /** Any plane is one pixel after so many halvings. */
  private static final int MOST_HALVINGS = 31;

  private final byte @Nullable [] pixels; // null where they are the plane of level 0
  private final int width;
  private final int height;
  private final int stride;
  private final Layout layout;
  private final AtomicReferenceArray<@Nullable LumaPlane> levels =
      new AtomicReferenceArray<>(MOST_HALVINGS + 1);
  private @Nullable Supplier<LumaPlane> source; // of level 0; null once it has been asked
  private volatile @Nullable LumaParts parts; // of level 0; null where it need not be asked
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

  private BlurImage(
      LumaPlane half,
      int width,
      int height,
      Supplier<LumaPlane> source,
      @Nullable LumaParts parts) {
    Objects.requireNonNull(source, "source");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "image is " + width + " x " + height + ", expected at least 1 x 1");
    }
    checkSize("halved plane", half, Math.max(1, width / 2), Math.max(1, height / 2));
    this.pixels = null;
    this.width = width;
    this.height = height;
    this.stride = width;
    this.layout = Layout.GREY;
    this.source = source;
    this.parts = parts;
    levels.set(1, half);
  }

  private static void checkSize(String what, LumaPlane plane, int width, int height) {
    if (plane.width() != width || plane.height() != height) {
      throw new IllegalArgumentException(
          String.format(
              "%s is %d x %d, expected %d x %d",
              what, plane.width(), plane.height(), width, height));
    }
  }

  /**
   * Makes a grey image of which only the halved brightness is at hand. Its pixels are asked for
   * when somebody first wants {@link #pixels()} or {@link #luma()}, or never.
   *
   * @param half brightness after one halving as {@link LumaPlane#halved()} makes it, or so near to
   *     it that it makes no difference; half as many columns and rows, rounded down, at least 1
   * @param width pixels in a row, at least 1
   * @param height rows, at least 1
   * @param source gives all pixels, {@code width} by {@code height} without gaps between rows, the
   *     same whenever it is asked; it is called at most once unless it throws, by the thread that
   *     wants them, and then let go. What it throws, that thread gets: a decoder has found out
   *     before whether it can decode
   * @return the image
   * @throws IllegalArgumentException if a side is under 1 or the halved plane has another size
   */
  public static BlurImage halved(
      LumaPlane half, int width, int height, Supplier<LumaPlane> source) {
    return new BlurImage(half, width, height, source, null);
  }

  /**
   * Makes a grey image of which only the halved brightness is at hand, and parts of the whole can
   * be had for less than all of it: see {@link #lumaPart}.
   *
   * @param half as for {@link #halved(LumaPlane, int, int, Supplier)}
   * @param width pixels in a row, at least 1
   * @param height rows, at least 1
   * @param source gives all pixels, as there
   * @param parts gives the same pixels in part; let go once all have been asked for
   * @return the image
   * @throws IllegalArgumentException if a side is under 1 or the halved plane has another size
   */
  public static BlurImage halved(
      LumaPlane half, int width, int height, Supplier<LumaPlane> source, LumaParts parts) {
    return new BlurImage(half, width, height, source, Objects.requireNonNull(parts, "parts"));
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
    return pixels == null ? luma().data() : pixels;
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
    return halvedLuma(0);
  }

  /**
   * Returns the brightness plane after so many halvings of both sides, each by averaging 2 x 2
   * pixels as {@link LumaPlane#halved()} does. Ask for no finer plane than needed: of a large JPEG
   * the finest may not have been decoded yet.
   *
   * @param halvings 0 for {@link #luma()} itself, up to 31
   * @return the plane, the same instance at every call
   * @throws IllegalArgumentException if the number is out of range
   */
  public LumaPlane halvedLuma(int halvings) {
    if (halvings < 0 || halvings > MOST_HALVINGS) {
      throw new IllegalArgumentException(halvings + " halvings, expected 0 to " + MOST_HALVINGS);
    }
    LumaPlane known = levels.get(halvings);
    return known == null ? make(halvings) : known;
  }

  private synchronized LumaPlane make(int halvings) {
    LumaPlane known = levels.get(halvings);
    if (known == null) {
      known = halvings == 0 ? finest() : halvedLuma(halvings - 1).halved();
      levels.set(halvings, known);
    }
    return known;
  }

  private LumaPlane finest() {
    byte[] given = pixels;
    if (given != null) {
      return layout == Layout.GREY ? new LumaPlane(given, width, height, stride) : toLuma(given);
    }
    LumaPlane plane = Objects.requireNonNull(source, "source").get();
    checkSize("plane of the source", plane, width, height);
    if (plane.stride() != stride) {
      throw new IllegalArgumentException(
          "plane of the source has stride " + plane.stride() + ", expected " + stride);
    }
    source = null;
    parts = null;
    return plane;
  }

  /**
   * Returns a part of the finest brightness plane, {@link #luma()}. Of an image whose pixels have
   * not been decoded yet no more is decoded than the part needs, where its decoder can; what is
   * made is not kept.
   *
   * @param left first column
   * @param top first row
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @return a new plane; what {@link LumaPlane#part} takes from {@link #luma()}, bit for bit
   * @throws IllegalArgumentException if the part is empty or reaches beyond the image
   */
  public LumaPlane lumaPart(int left, int top, int width, int height) {
    LumaPlane.checkPart(left, top, width, height, this.width, this.height);
    LumaParts given = parts;
    if (given == null) {
      return luma().part(left, top, width, height);
    }
    LumaPlane part = given.part(left, top, width, height);
    checkSize("part", part, width, height);
    return part;
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

  private LumaPlane toLuma(byte[] rgb) {
    byte[] grey = new byte[Math.multiplyExact(width, height)];
    for (int y = 0; y < height; y++) {
      int in = y * stride;
      int out = y * width;
      for (int x = 0; x < width; x++, in += 3) {
        int sum =
            RED * (rgb[in] & 0xFF) + GREEN * (rgb[in + 1] & 0xFF) + BLUE * (rgb[in + 2] & 0xFF);
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
