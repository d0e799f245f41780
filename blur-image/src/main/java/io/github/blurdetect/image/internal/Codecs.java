package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurImage.Layout;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** One image's way: header and integrity, then the codec of its format. */
public final class Codecs {
  private Codecs() {}

  /**
   * Decodes an image.
   *
   * @param encoded the file
   * @param owned whether nobody else will ever write to its bytes
   * @param options limits and whether colours are wanted
   * @return the image, whose pixels may be decoded later
   * @throws ImageDecodeException if the image is empty, unknown, too large, damaged or unsupported
   */
  public static BlurImage decode(byte[] encoded, boolean owned, DecodeOptions options)
      throws ImageDecodeException {
    Bytes bytes = new Bytes(encoded);
    if (!options.colour() && ImageFormat.sniff(bytes) == ImageFormat.JPEG) {
      return JpegCodec.decode(encoded, owned, options);
    }
    ImageHeader header = ImageHeaders.read(bytes, options);
    if (header.samples().javaReader() && header.format() != ImageFormat.TIFF) {
      return wanted(JavaCodec.decode(encoded, header), options);
    }
    OpenCv.load();
    return wanted(OpenCvCodec.decode(encoded, header, options.colour()), options);
  }

  private static BlurImage wanted(BlurImage image, DecodeOptions options) {
    if (options.colour() || image.layout() == Layout.GREY) {
      return image;
    }
    LumaPlane luma = image.luma();
    return BlurImage.of(luma.data(), luma.width(), luma.height(), luma.stride(), Layout.GREY);
  }
}
