package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** One image's way: header and integrity, then the codec of its format. */
public final class Codecs {
  private Codecs() {}

  /**
   * Decodes an image.
   *
   * @throws ImageDecodeException if the image is empty, unknown, too large, damaged or unsupported
   */
  public static BlurImage decode(byte[] encoded, DecodeOptions limits) throws ImageDecodeException {
    ImageHeader header = ImageHeaders.read(new Bytes(encoded), limits);
    if (header.samples().javaReader() && header.format() != ImageFormat.TIFF) {
      return JavaCodec.decode(encoded, header);
    }
    OpenCv.load();
    return OpenCvCodec.decode(encoded, header);
  }
}
