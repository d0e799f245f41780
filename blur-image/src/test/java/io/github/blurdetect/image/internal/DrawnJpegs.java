package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.DecodeOptions;
import io.github.blurdetect.image.ImageDecodeException;

/** Tells which JPEGs' brightness is made here, and which is left to OpenCV. */
public final class DrawnJpegs {
  private DrawnJpegs() {}

  /** Tells whether a file's brightness is made of the codes that the check reads. */
  public static boolean isDrawn(byte[] jpeg) throws ImageDecodeException {
    JpegHeader header =
        new JpegHeader(new Bytes(jpeg), DecodeOptions.defaults(), JpegHeader.Brightness.FULL);
    header.read();
    return header.brightness() != null;
  }
}
