package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.internal.JpegHeader.Brightness;

/**
 * Decodes a JPEG's brightness in the same pass that checks its data; what this project does not
 * decode itself (unusual colours, lacking scans) goes to OpenCV after the check.
 */
final class JpegCodec {
  private JpegCodec() {}

  /** Returns a grey image, a large one by its halves: its pixels are decoded when asked for. */
  static BlurImage decode(byte[] encoded, boolean owned, DecodeOptions options)
      throws ImageDecodeException {
    JpegHeader reader = new JpegHeader(new Bytes(encoded), options, Brightness.HALVED_IF_LARGE);
    ImageHeader header = reader.read();
    LumaPlane stored = reader.brightness();
    if (stored == null) {
      OpenCv.load();
      return OpenCvCodec.decode(encoded, header, false);
    }
    LumaPlane plane = upright(stored, header);
    if (stored.width() == header.width()) {
      return BlurImage.of(plane.data(), plane.width(), plane.height(), plane.stride(), Layout.GREY);
    }
    byte[] kept = owned ? encoded : encoded.clone();
    boolean across = header.orientation() < 5;
    return BlurImage.halved(
        plane,
        across ? header.width() : header.height(),
        across ? header.height() : header.width(),
        () -> full(kept, options),
        new Turn(header.orientation(), header.width(), header.height())
            .upright(reader.parts(kept)::part));
  }

  private static LumaPlane full(byte[] encoded, DecodeOptions options) {
    try {
      JpegHeader reader = new JpegHeader(new Bytes(encoded), options, Brightness.FULL);
      ImageHeader header = reader.read();
      LumaPlane stored = reader.brightness();
      if (stored == null) {
        throw new IllegalStateException("JPEG has no brightness any more");
      }
      return upright(stored, header);
    } catch (ImageDecodeException e) {
      throw new IllegalStateException("JPEG was sound before: " + e.getMessage(), e);
    }
  }

  private static LumaPlane upright(LumaPlane stored, ImageHeader header)
      throws ImageDecodeException {
    if (header.orientation() == ExifOrientation.UPRIGHT) {
      return stored;
    }
    OpenCv.load();
    return OpenCvCodec.turned(stored, header.orientation());
  }
}
