package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.BlurKernel;

/**
 * Blur whose size differs from place to place.
 *
 * <p>The picture is convolved at a few sizes and each pixel mixed from the two nearest. The mixture
 * of two kernels with the same centroid has as squared RMS radius the mixture of theirs, so the
 * local RMS radius is known exactly.
 */
public final class VariedBlur {

  private final Field share;
  private final BlurKernel[] levels;

  /**
   * Prepares the sizes.
   *
   * @param shape kernel of any size
   * @param angle radians it is turned by
   * @param largest RMS radius where the field is 1, in pixels
   * @param share in [0, 1]: local RMS radius over the largest, nearly
   * @param steps sizes above zero, at least 1
   */
  public VariedBlur(BlurKernel shape, double angle, double largest, Field share, int steps) {
    this.share = share;
    this.levels = new BlurKernel[steps + 1];
    for (int i = 0; i <= steps; i++) {
      levels[i] = shape.at(largest * i / steps, angle);
    }
  }

  /**
   * Blurs.
   *
   * @param in not changed
   * @return new planes
   */
  public Planes apply(Planes in) {
    Planes out = new Planes(in.width(), in.height(), in.count());
    float[] weight = new float[in.width()];
    for (int i = 0; i < levels.length; i++) {
      Planes level = Convolver.convolve(in, levels[i]);
      for (int y = 0; y < in.height(); y++) {
        share.row(y, weight);
        for (int x = 0; x < weight.length; x++) {
          weight[x] = Math.max(0, 1 - Math.abs(weight[x] * (levels.length - 1) - i));
        }
        for (int c = 0; c < in.count(); c++) {
          add(out.plane(c)[y], weight, level.plane(c)[y]);
        }
      }
    }
    return out;
  }

  private static void add(float[] out, float[] weight, float[] in) {
    for (int x = 0; x < out.length; x++) {
      out[x] += weight[x] * in[x];
    }
  }

  /**
   * Returns the local size of the blur.
   *
   * @param x across
   * @param y down
   * @return RMS radius in pixels
   */
  public double rmsRadius(int x, int y) {
    double at = share.at(x, y) * (levels.length - 1);
    int i = Math.max(0, Math.min(levels.length - 2, (int) at));
    double f = Math.max(0, Math.min(1, at - i));
    double low = levels[i].rmsRadius();
    double high = levels[i + 1].rmsRadius();
    return Math.sqrt((1 - f) * low * low + f * high * high);
  }

  /**
   * Returns the size of the blur where it is full.
   *
   * @return RMS radius in pixels
   */
  public double largest() {
    return levels[levels.length - 1].rmsRadius();
  }
}
