package com.example.tenengrad;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.BlurScore;
import io.github.blurdetect.api.BlurScorer;
import io.github.blurdetect.api.Contribution;
import io.github.blurdetect.api.LumaPlane;
import java.util.List;

/**
 * Calls an image blurred where its brightness changes little from pixel to pixel.
 *
 * <p>The focus measure is the Tenengrad: the mean of Gx^2 + Gy^2, with G the 3 x 3 Sobel gradient
 * (Pertuz et al. 2013, doi 10.1016/j.patcog.2012.11.011). Where it is at the pivot, blurriness is
 * 0.5. Such a measure depends on the picture's content and noise as much as on blur; it is here to
 * show a plug-in, not to be relied on.
 */
final class TenengradScorer implements BlurScorer {
  static final String NAME = "tenengrad";

  private final double pivot;
  private volatile boolean closed;

  TenengradScorer(double pivot) {
    this.pivot = pivot;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Brightness is all it looks at: photos may be decoded without their colours, which is faster. */
  @Override
  public boolean needsColour() {
    return false;
  }

  @Override
  public BlurScore score(BlurImage image) {
    if (closed) {
      throw new IllegalStateException("scorer '" + NAME + "' has been closed");
    }
    double tenengrad = tenengrad(image.luma());
    List<Contribution> parts = List.of(new Contribution("tenengrad", tenengrad));
    return new BlurScore(pivot / (pivot + tenengrad), true, parts, List.of());
  }

  private static double tenengrad(LumaPlane luma) {
    double sum = 0;
    for (int y = 1; y < luma.height() - 1; y++) {
      for (int x = 1; x < luma.width() - 1; x++) {
        double gx = column(luma, x + 1, y) - column(luma, x - 1, y);
        double gy = row(luma, x, y + 1) - row(luma, x, y - 1);
        sum += gx * gx + gy * gy;
      }
    }
    long inside = Math.max(1L, (luma.width() - 2L) * (luma.height() - 2L));
    return sum / inside;
  }

  private static int column(LumaPlane luma, int x, int y) {
    return luma.get(x, y - 1) + 2 * luma.get(x, y) + luma.get(x, y + 1);
  }

  private static int row(LumaPlane luma, int x, int y) {
    return luma.get(x - 1, y) + 2 * luma.get(x, y) + luma.get(x + 1, y);
  }

  @Override
  public void close() {
    closed = true;
  }
}
