package io.github.blurdetect.image.internal;

import java.util.List;

/**
 * What a stored pixel is made of, and what its codec has to know.
 *
 * @param grey whether the file holds brightness only
 * @param ownLuma whether brightness is stored apart from colour and can be decoded alone
 * @param alpha how transparency is stored beside each pixel
 * @param bits bits of a sample as the codec gives them: 16 where the file has 16, else 8
 * @param transparentGrey the grey value that means transparent (PNG tRNS), in 0 to 2^bits - 1, or
 *     -1
 * @param patches bytes of the file that OpenCV must see differently
 * @param javaReader whether OpenCV misreads this kind and the JDK's reader is to be used
 */
record SampleLayout(
    boolean grey,
    boolean ownLuma,
    Alpha alpha,
    int bits,
    int transparentGrey,
    List<Patch> patches,
    boolean javaReader) {

  /** How transparency is stored. */
  enum Alpha {
    NONE,
    /** Colours are independent of alpha. */
    STRAIGHT,
    /** Colours have been multiplied by alpha. */
    PREMULTIPLIED
  }

  /** One byte of the file and the value to put there. */
  record Patch(int at, byte value) {}

  static final SampleLayout GREY =
      new SampleLayout(true, false, Alpha.NONE, 8, -1, List.of(), false);
  static final SampleLayout COLOUR =
      new SampleLayout(false, false, Alpha.NONE, 8, -1, List.of(), false);

  static final SampleLayout LUMA_AND_COLOUR =
      new SampleLayout(false, true, Alpha.NONE, 8, -1, List.of(), false);

  static SampleLayout of(boolean grey) {
    return grey ? GREY : COLOUR;
  }

  SampleLayout withAlpha(Alpha kind) {
    return new SampleLayout(grey, ownLuma, kind, bits, transparentGrey, patches, javaReader);
  }

  SampleLayout withBits(int count) {
    return new SampleLayout(grey, ownLuma, alpha, count, transparentGrey, patches, javaReader);
  }

  SampleLayout withTransparentGrey(int value) {
    return new SampleLayout(grey, ownLuma, alpha, bits, value, patches, javaReader);
  }

  SampleLayout withPatches(List<Patch> changed) {
    return new SampleLayout(
        grey, ownLuma, alpha, bits, transparentGrey, List.copyOf(changed), javaReader);
  }

  SampleLayout withJavaReader() {
    return new SampleLayout(grey, ownLuma, alpha, bits, transparentGrey, patches, true);
  }

  boolean hasAlpha() {
    return alpha != Alpha.NONE;
  }
}
