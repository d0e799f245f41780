package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.SampleLayout.Alpha;
import io.github.blurdetect.image.internal.SampleLayout.Patch;
import java.util.ArrayList;
import java.util.List;

/** Reads a TIFF's first directory: size, orientation, and what a pixel is made of. */
final class TiffHeader {
  // Tags.
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int SAMPLES = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;

  // Photometric interpretations, and other values of tags.
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  // None, CCITT 1D, G3 and G4, LZW, JPEG (old and new), Deflate (new and old), PackBits.
  private static final List<Integer> COMPRESSIONS = List.of(1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773);
  private static final int ASSOCIATED = 1;
  private static final int UNASSOCIATED = 2;
  private static final int UNSIGNED = 1;

  private final Bytes bytes;
  private final DecodeOptions limits;

  TiffHeader(Bytes bytes, DecodeOptions limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  ImageHeader read() throws ImageDecodeException {
    TiffDirectory tags = new TiffDirectory(bytes);
    long width = tags.number(WIDTH, 0);
    long height = tags.number(HEIGHT, 0);
    ImageHeaders.checkSize(limits, width, height);
    SampleLayout samples = samples(tags);
    new TiffParts(bytes, tags).check();
    int orientation =
        ExifOrientation.valid((int) tags.number(ExifOrientation.TAG, ExifOrientation.UPRIGHT));
    return new ImageHeader(ImageFormat.TIFF, (int) width, (int) height, orientation, samples);
  }

  private static SampleLayout samples(TiffDirectory tags) throws ImageDecodeException {
    int bits = (int) tags.number(BITS, 1);
    int photometric = (int) tags.number(PHOTOMETRIC, RGB);
    int count = (int) tags.number(SAMPLES, 1);
    checkSupported(tags, bits, photometric, count);
    boolean grey = photometric <= BLACK_IS_ZERO;
    SampleLayout samples =
        SampleLayout.of(grey)
            .withBits(bits == 16 ? 16 : 8)
            .withAlpha(alpha(tags, photometric, count));
    if (grey
        && (count > 1 || bits == 2 || bits == 4 || bits == 16 && photometric == WHITE_IS_ZERO)) {
      return samples.withJavaReader();
    }
    return samples.withPatches(patches(tags, samples));
  }

  private static void checkSupported(TiffDirectory tags, int bits, int photometric, int count)
      throws ImageDecodeException {
    int compression = (int) tags.number(COMPRESSION, 1);
    if (!COMPRESSIONS.contains(compression)) {
      throw ImageHeaders.unsupported(
          "TIFF has compression " + compression + ", expected one of " + COMPRESSIONS);
    }
    boolean grey = photometric <= BLACK_IS_ZERO;
    boolean usual =
        switch (bits) {
          case 1, 8 -> true;
          case 2 -> grey;
          case 4 -> grey || photometric == PALETTE;
          case 16 -> grey || photometric == RGB;
          default -> false;
        };
    int most = grey ? 2 : 4;
    if (!usual || count < 1 || count > most || tags.number(SAMPLE_FORMAT, 1) != UNSIGNED) {
      throw ImageHeaders.unsupported(
          String.format(
              "TIFF has %d samples of %d bits, sample format %d, photometric %d;"
                  + " expected 1 to %d unsigned samples of 1, 8 or 16 bits",
              count, bits, tags.number(SAMPLE_FORMAT, 1), photometric, most));
    }
  }

  private static Alpha alpha(TiffDirectory tags, int photometric, int count)
      throws ImageDecodeException {
    boolean room = photometric == RGB && count == 4 || photometric <= BLACK_IS_ZERO && count == 2;
    long kind = room ? tags.number(EXTRA_SAMPLES, UNASSOCIATED) : 0;
    return kind == ASSOCIATED
        ? Alpha.PREMULTIPLIED
        : kind == UNASSOCIATED ? Alpha.STRAIGHT : Alpha.NONE;
  }

  // OpenCV applies the orientation of some TIFF kinds and not of others, and multiplies straight
  // 8-bit colours by their alpha. It is shown an upright file of associated alpha instead, which it
  // gives as it is stored.
  private static List<Patch> patches(TiffDirectory tags, SampleLayout samples) {
    List<Patch> patches = new ArrayList<>();
    if (tags.has(ExifOrientation.TAG)) {
      patches.add(new Patch(tags.lowByte(ExifOrientation.TAG), (byte) ExifOrientation.UPRIGHT));
    }
    if (samples.alpha() == Alpha.STRAIGHT && tags.has(EXTRA_SAMPLES)) {
      patches.add(new Patch(tags.lowByte(EXTRA_SAMPLES), (byte) ASSOCIATED));
    }
    return patches;
  }
}
