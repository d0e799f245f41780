package io.github.blurdetect.image.internal;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.image.internal.SampleLayout.Alpha;

/**
 * Makes transparent pixels opaque: onto white where more than half of them are fully transparent
 * (print whose paper was cut away), else as the colours are stored.
 */
final class Transparency {
  private Transparency() {}

  /** Turns B, G, R, alpha into RGB, or into grey where all three channels are known to agree. */
  static BlurImage resolve(byte[] bgra, int width, int height, SampleLayout samples) {
    int pixels = width * height;
    boolean grey = samples.grey();
    boolean ontoWhite = transparent(bgra) > pixels / 2;
    boolean premultiplied = samples.alpha() == Alpha.PREMULTIPLIED;
    byte[] out = new byte[Math.multiplyExact(pixels, grey ? 1 : 3)];
    for (int i = 0, in = 0, to = 0; i < pixels; i++, in += 4) {
      int alpha = ontoWhite ? bgra[in + 3] & 0xFF : 255;
      for (int channel = grey ? 0 : 2; channel >= 0; channel--) {
        int value = bgra[in + channel] & 0xFF;
        int ink = premultiplied ? 255 * Math.min(value, alpha) : value * alpha;
        out[to++] = (byte) ((ontoWhite ? ink + 255 * (255 - alpha) + 127 : 255 * value) / 255);
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
}
