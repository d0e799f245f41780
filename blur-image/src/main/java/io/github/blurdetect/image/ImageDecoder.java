package io.github.blurdetect.image;

import io.github.blurdetect.api.BlurDetector;
import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import io.github.blurdetect.image.internal.Codecs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Decodes JPEG, PNG, WebP, TIFF, BMP and GIF into {@link BlurImage}.
 *
 * <p>Of an animation or a file of several pages the first is taken. The EXIF orientation is
 * applied, so the image stands as a viewer shows it. A grey file gives a grey image, any other an
 * RGB image, or a grey one where {@link DecodeOptions#colour()} is off; 16-bit samples are scaled
 * to 8. Transparency: where more than half of the pixels are fully transparent, the image is
 * composed onto white; otherwise the transparency is dropped and the colours are taken as they are
 * stored.
 *
 * <p>An image is refused, never guessed at, when it is truncated or damaged as far as its format
 * lets one tell: check sums in PNG; the whole structure and all codes of the entropy-coded data in
 * JPEG, where of single flipped bits only some leave a trace; lengths elsewhere. Safe for use by
 * many threads; decoding runs in the calling thread alone.
 *
 * <p>Where colours are off, a large JPEG (6 megapixels and more, not progressive) is checked whole
 * and decoded at half its sides; the image keeps the encoded bytes and decodes all pixels when they
 * are first asked for ({@link BlurImage#halvedLuma(int)}), or parts of them ({@link
 * BlurImage#lumaPart}), which cannot fail for want of sound data.
 */
public final class ImageDecoder {
  private static final ImageDecoder DEFAULTS = new ImageDecoder(DecodeOptions.defaults());

  private final DecodeOptions options;

  /**
   * Makes a decoder.
   *
   * @param options limits, and whether colours are wanted
   */
  public ImageDecoder(DecodeOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  /**
   * Returns the decoder with {@link DecodeOptions#defaults()}.
   *
   * @return always the same instance
   */
  public static ImageDecoder defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a decoder with the default limits for a detector: without colours where its scorer does
   * not look at them.
   *
   * @param detector to which the images will be given
   * @return a decoder, for as many images as one likes
   */
  public static ImageDecoder forDetector(BlurDetector detector) {
    return DEFAULTS.withColour(detector.needsColour());
  }

  /**
   * Returns a decoder with the same limits, with or without colours.
   *
   * @param wanted whether images in colour are decoded as such
   * @return this, or another decoder
   */
  public ImageDecoder withColour(boolean wanted) {
    return wanted == options.colour() ? this : new ImageDecoder(options.withColour(wanted));
  }

  /**
   * Returns the limits and whether colours are decoded.
   *
   * @return as given at construction
   */
  public DecodeOptions options() {
    return options;
  }

  /**
   * Decodes an image held in memory.
   *
   * @param encoded the whole file; only read, and not needed afterwards
   * @return the pixels, upright
   * @throws ImageDecodeException if it is empty, not an image, truncated, corrupt, too large or of
   *     an unsupported kind
   */
  public BlurImage decode(byte[] encoded) throws ImageDecodeException {
    return decode(encoded, false);
  }

  /**
   * Decodes an image from a stream, which is read to its end and not closed.
   *
   * @param stream where the file's bytes come from
   * @return the pixels, upright
   * @throws ImageDecodeException if the stream cannot be read, or as {@link #decode(byte[])} does
   */
  public BlurImage decode(InputStream stream) throws ImageDecodeException {
    return decode(readAll(stream), true);
  }

  /**
   * Decodes an image file.
   *
   * @param path the file
   * @return the pixels, upright
   * @throws ImageDecodeException if there is no such file, it is a directory or cannot be read, or
   *     as {@link #decode(byte[])} does; the message begins with the path
   */
  public BlurImage decode(Path path) throws ImageDecodeException {
    try {
      return decode(readAll(path), true);
    } catch (ImageDecodeException e) {
      throw e.in(path);
    }
  }

  private BlurImage decode(byte[] encoded, boolean owned) throws ImageDecodeException {
    checkBytes(encoded.length);
    return Codecs.decode(encoded, owned, options);
  }

  private byte[] readAll(Path path) throws ImageDecodeException {
    if (Files.isDirectory(path)) {
      throw new ImageDecodeException(Problem.DIRECTORY, "is a directory, expected an image file");
    }
    try (InputStream stream = Files.newInputStream(path)) {
      checkBytes(Files.size(path));
      return readAll(stream);
    } catch (ImageDecodeException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ImageDecodeException(Problem.NOT_FOUND, "no such file", e);
    } catch (IOException e) {
      throw new ImageDecodeException(Problem.UNREADABLE, "cannot be read: " + e, e);
    }
  }

  private byte[] readAll(InputStream stream) throws ImageDecodeException {
    try {
      // One byte more than allowed tells a stream that is too long from one that just fits.
      byte[] encoded = stream.readNBytes((int) options.maxBytes() + 1);
      checkBytes(encoded.length);
      return encoded;
    } catch (ImageDecodeException e) {
      throw e;
    } catch (IOException e) {
      throw new ImageDecodeException(Problem.UNREADABLE, "cannot be read: " + e, e);
    }
  }

  private void checkBytes(long length) throws ImageDecodeException {
    if (length > options.maxBytes()) {
      throw new ImageDecodeException(
          Problem.TOO_LARGE,
          "image has " + length + " bytes or more, expected at most " + options.maxBytes());
    }
  }
}
