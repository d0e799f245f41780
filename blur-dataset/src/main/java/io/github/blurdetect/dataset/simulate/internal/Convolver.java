package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.BlurKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolves planes with a kernel, same size, border pixels repeated outwards.
 *
 * <pre>
 *   out(x, y) = sum over i, j of k(i, j) * in(x + hx - i, y + hy - j)
 * </pre>
 *
 * <p>Small kernels go tap by tap: each tap's shifted row is copied and four are added at once, a
 * form that the JIT turns into vector code. Large ones go through {@link TiledFft}.
 */
public final class Convolver {

  /** Above this number of taps the transform is faster (measured at 1.5 megapixels). */
  static final int MOST_TAPS = 100;

  private Convolver() {}

  /**
   * Convolves.
   *
   * @param in not changed
   * @param kernel any
   * @return new planes, or {@code in} itself for a single-weight kernel
   */
  public static Planes convolve(Planes in, BlurKernel kernel) {
    if (kernel.width() == 1 && kernel.height() == 1) {
      return in;
    }
    return taps(kernel).size() <= MOST_TAPS ? direct(in, kernel) : TiledFft.convolve(in, kernel);
  }

  private record Tap(int dx, int dy, float weight) {}

  private static List<Tap> taps(BlurKernel kernel) {
    List<Tap> taps = new ArrayList<>();
    for (int y = 0; y < kernel.height(); y++) {
      for (int x = 0; x < kernel.width(); x++) {
        if (kernel.weight(x, y) != 0) {
          taps.add(new Tap(kernel.width() / 2 - x, kernel.height() / 2 - y, kernel.weight(x, y)));
        }
      }
    }
    return taps;
  }

  static Planes direct(Planes in, BlurKernel kernel) {
    List<Tap> taps = new ArrayList<>(taps(kernel));
    while (taps.size() % 4 != 0) {
      taps.add(new Tap(0, 0, 0));
    }
    Planes out = new Planes(in.width(), in.height(), in.count());
    int half = kernel.width() / 2;
    float[][] shifted = new float[4][in.width()];
    for (int c = 0; c < in.count(); c++) {
      float[][] padded = pad(in.plane(c), half);
      for (int y = 0; y < in.height(); y++) {
        row(padded, y, half, taps, shifted, out.plane(c)[y]);
      }
    }
    return out;
  }

  private static void row(
      float[][] padded, int y, int half, List<Tap> taps, float[][] shifted, float[] out) {
    for (int t = 0; t < taps.size(); t += 4) {
      for (int i = 0; i < 4; i++) {
        Tap tap = taps.get(t + i);
        int from = Math.max(0, Math.min(padded.length - 1, y + tap.dy()));
        System.arraycopy(padded[from], half + tap.dx(), shifted[i], 0, out.length);
      }
      add(
          out,
          shifted,
          taps.get(t).weight(),
          taps.get(t + 1).weight(),
          taps.get(t + 2).weight(),
          taps.get(t + 3).weight());
    }
  }

  private static void add(float[] out, float[][] in, float a, float b, float c, float d) {
    float[] in0 = in[0];
    float[] in1 = in[1];
    float[] in2 = in[2];
    float[] in3 = in[3];
    for (int x = 0; x < out.length; x++) {
      out[x] += a * in0[x] + b * in1[x] + c * in2[x] + d * in3[x];
    }
  }

  private static float[][] pad(float[][] plane, int half) {
    int width = plane[0].length;
    float[][] padded = new float[plane.length][width + 2 * half];
    for (int y = 0; y < plane.length; y++) {
      System.arraycopy(plane[y], 0, padded[y], half, width);
      java.util.Arrays.fill(padded[y], 0, half, plane[y][0]);
      java.util.Arrays.fill(padded[y], half + width, width + 2 * half, plane[y][width - 1]);
    }
    return padded;
  }
}
