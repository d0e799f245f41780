package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;

/**
 * Makes transparent pixels opaque: onto white where more than half of them are fully transparent
 * (print whose paper was cut away), else as the colours are stored.
 */
final class Transparency {
  private Transparency() {}

  /** Turns B, G, R, alpha into RGB, or into grey where all three channels are known to agree. */
  static BlurImage resolve(byte[] bgra, int width, int height, boolean grey) {
    int pixels = width * height;
    boolean ontoWhite = transparent(bgra) > pixels / 2;
    byte[] out = new byte[Math.multiplyExact(pixels, grey ? 1 : 3)];
    for (int i = 0, in = 0, to = 0; i < pixels; i++, in += 4) {
      int alpha = ontoWhite ? bgra[in + 3] & 0xFF : 255;
      for (int channel = grey ? 0 : 2; channel >= 0; channel--) {
        out[to++] = overWhite(bgra[in + channel] & 0xFF, alpha);
      }
    }
    return grey ? BlurImage.grey(out, width, height) : BlurImage.rgb(out, width, height);
  }

  private static int transparent(byte[] bgra) {
    int count = 0;
    for (int i = 3; i < bgra.length; i += 4) {
      count += bgra[i] == 0 ? 1 : 0;
    }
    return count;
  }

  private static byte overWhite(int value, int alpha) {
    return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}
