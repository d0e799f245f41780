package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.ImageDecodeException;

/** Chooses the codec of a format. */
public final class Codecs {
  private Codecs() {}

  /**
   * Decodes an image whose header has been read and checked.
   *
   * @throws ImageDecodeException if the codec cannot read the pixels
   */
  public static BlurImage decode(byte[] encoded, ImageHeader header) throws ImageDecodeException {
    if (header.format() == ImageFormat.GIF) {
      return GifCodec.decode(encoded, header);
    }
    OpenCv.load();
    return OpenCvCodec.decode(encoded, header);
  }
}
