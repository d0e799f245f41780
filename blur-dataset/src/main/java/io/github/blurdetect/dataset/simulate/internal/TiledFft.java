package io.github.blurdetect.dataset.simulate.internal;

import io.github.blurdetect.dataset.simulate.BlurKernel;

/**
 * Convolution by overlapping tiles and a two-dimensional radix-2 Fourier transform.
 *
 * <p>Two tiles go through one complex transform, one as the real and one as the imaginary part: the
 * kernel is real, so the parts stay apart. The forward transform leaves the frequencies in
 * bit-reversed order and the backward one starts from it, so nothing is ever reordered (decimation
 * in frequency, then in time). Butterflies work on whole rows, which vectorises; a transposition
 * stands between the two directions.
 */
final class TiledFft {

  private final int size;
  private final int kernelWidth;
  private final int kernelHeight;
  private final float[] cos;
  private final float[] sin;
  private final float[][] kernelRe;
  private final float[][] kernelIm;
  private final float[] scratch;

  private TiledFft(BlurKernel kernel) {
    kernelWidth = kernel.width();
    kernelHeight = kernel.height();
    int longest = Math.max(kernelWidth, kernelHeight);
    int n = 128;
    while (n < 3 * longest) {
      n *= 2;
    }
    size = n;
    scratch = new float[n];
    cos = new float[n / 2];
    sin = new float[n / 2];
    for (int i = 0; i < n / 2; i++) {
      cos[i] = (float) Math.cos(2 * Math.PI * i / n);
      sin[i] = (float) Math.sin(2 * Math.PI * i / n);
    }
    kernelRe = new float[n][n];
    kernelIm = new float[n][n];
    float scale = 1f / n / n;
    for (int y = 0; y < kernelHeight; y++) {
      for (int x = 0; x < kernelWidth; x++) {
        int row = Math.floorMod(y - kernelHeight / 2, n);
        kernelRe[row][Math.floorMod(x - kernelWidth / 2, n)] = scale * kernel.weight(x, y);
      }
    }
    forward(kernelRe, kernelIm);
  }

  static Planes convolve(Planes in, BlurKernel kernel) {
    return new TiledFft(kernel).run(in);
  }

  private Planes run(Planes in) {
    Planes out = new Planes(in.width(), in.height(), in.count());
    int stepX = size - kernelWidth + 1;
    int stepY = size - kernelHeight + 1;
    int across = (in.width() + stepX - 1) / stepX;
    int down = (in.height() + stepY - 1) / stepY;
    int tiles = across * down * in.count();
    float[][] re = new float[size][size];
    float[][] im = new float[size][size];
    for (int t = 0; t < tiles; t += 2) {
      load(in, t, across, down, stepX, stepY, re);
      if (t + 1 < tiles) {
        load(in, t + 1, across, down, stepX, stepY, im);
      }
      forward(re, im);
      multiply(re, im);
      backward(re, im);
      store(out, t, across, down, stepX, stepY, re);
      if (t + 1 < tiles) {
        store(out, t + 1, across, down, stepX, stepY, im);
      }
    }
    return out;
  }

  private void load(
      Planes in, int tile, int across, int down, int stepX, int stepY, float[][] into) {
    float[][] plane = in.plane(tile / (across * down));
    int left = tile % across * stepX - kernelWidth / 2;
    int top = tile / across % down * stepY - kernelHeight / 2;
    int from = Math.max(0, left);
    int to = Math.min(in.width(), left + size);
    for (int y = 0; y < size; y++) {
      float[] row = plane[Math.max(0, Math.min(in.height() - 1, top + y))];
      float[] target = into[y];
      System.arraycopy(row, from, target, from - left, to - from);
      java.util.Arrays.fill(target, 0, from - left, row[0]);
      java.util.Arrays.fill(target, to - left, size, row[in.width() - 1]);
    }
  }

  private void store(
      Planes out, int tile, int across, int down, int stepX, int stepY, float[][] from) {
    float[][] plane = out.plane(tile / (across * down));
    int left = tile % across * stepX;
    int top = tile / across % down * stepY;
    int width = Math.min(stepX, out.width() - left);
    int height = Math.min(stepY, out.height() - top);
    for (int y = 0; y < height; y++) {
      System.arraycopy(from[y + kernelHeight / 2], kernelWidth / 2, plane[top + y], left, width);
    }
  }

  private void multiply(float[][] re, float[][] im) {
    float[] product = scratch;
    for (int y = 0; y < size; y++) {
      float[] a = re[y];
      float[] b = im[y];
      float[] kr = kernelRe[y];
      float[] ki = kernelIm[y];
      for (int x = 0; x < product.length; x++) {
        product[x] = a[x] * kr[x] - b[x] * ki[x];
      }
      for (int x = 0; x < b.length; x++) {
        b[x] = a[x] * ki[x] + b[x] * kr[x];
      }
      System.arraycopy(product, 0, a, 0, size);
    }
  }

  private void forward(float[][] re, float[][] im) {
    forwardDown(re, im);
    transpose(re);
    transpose(im);
    forwardDown(re, im);
  }

  private void backward(float[][] re, float[][] im) {
    backwardDown(re, im);
    transpose(re);
    transpose(im);
    backwardDown(re, im);
  }

  private void forwardDown(float[][] re, float[][] im) {
    for (int half = size / 2; half >= 1; half /= 2) {
      int stride = size / 2 / half;
      for (int start = 0; start < size; start += 2 * half) {
        for (int j = 0; j < half; j++) {
          int a = start + j;
          int b = a + half;
          sumAndDifference(re[a], re[b]);
          sumAndDifference(im[a], im[b]);
          turn(re[b], im[b], cos[j * stride], -sin[j * stride]);
        }
      }
    }
  }

  private void backwardDown(float[][] re, float[][] im) {
    for (int half = 1; half < size; half *= 2) {
      int stride = size / 2 / half;
      for (int start = 0; start < size; start += 2 * half) {
        for (int j = 0; j < half; j++) {
          int a = start + j;
          int b = a + half;
          turn(re[b], im[b], cos[j * stride], sin[j * stride]);
          sumAndDifference(re[a], re[b]);
          sumAndDifference(im[a], im[b]);
        }
      }
    }
  }

  /** (a, b) becomes (a + b, a - b); each loop writes one array, so that both vectorise. */
  private static void sumAndDifference(float[] a, float[] b) {
    for (int x = 0; x < a.length; x++) {
      a[x] += b[x];
    }
    for (int x = 0; x < b.length; x++) {
      b[x] = a[x] - 2 * b[x];
    }
  }

  /** Multiplies re + i im by c + i s. */
  private void turn(float[] re, float[] im, float c, float s) {
    if (s == 0 && c == 1) {
      return;
    }
    float[] old = scratch;
    System.arraycopy(re, 0, old, 0, re.length);
    for (int x = 0; x < re.length; x++) {
      re[x] = c * re[x] - s * im[x];
    }
    for (int x = 0; x < im.length; x++) {
      im[x] = s * old[x] + c * im[x];
    }
  }

  private static void transpose(float[][] m) {
    int n = m.length;
    int block = 16;
    for (int by = 0; by < n; by += block) {
      for (int bx = by; bx < n; bx += block) {
        for (int y = by; y < by + block; y++) {
          for (int x = Math.max(bx, y + 1); x < bx + block; x++) {
            float swap = m[y][x];
            m[y][x] = m[x][y];
            m[x][y] = swap;
          }
        }
      }
    }
  }
}
