package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;

/**
 * The kernel in plain Java, written so that HotSpot's C2 vectorises every inner loop.
 *
 * <p>With rows a, b, c above, at and below a pixel, s = a + 2b + c and d = c - a:
 *
 * <pre>
 * Gx = s[x+1] - s[x-1]     Gy = d[x-1] + 2 d[x] + d[x+1]     Lap = s[x] + b[x-1] + b[x+1] - 6 b[x]
 * </pre>
 *
 * <p>C2 vectorises a loop only if all its arrays are read at the same index, so rows shifted by one
 * and two pixels are made with {@link System#arraycopy}; and it turns {@code p[2i] * q[2i] +
 * p[2i+1] * q[2i+1]} over shorts into one multiply-add instruction, which sums squares into ints.
 *
 * <p>Bounds. s is at most 1020, |d| at most 255, so |Gx|, |Gy| and |Lap| are at most 1020 and fit
 * shorts, as do all intermediates (the largest is 6 b = 1530). A column pair adds at most 4 *
 * 1020^2 = 4161600 a row to the Tenengrad accumulator: 256 rows stay under 2^31. The short
 * accumulator of the Laplacian takes 32 rows: 32 * 1020 = 32640.
 */
public final class ScalarFocusKernel implements FocusKernel {
  private static final int ROWS_PER_SQUARE_FLUSH = 256;
  private static final int ROWS_PER_LAPLACIAN_FLUSH = 32;

  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  /** Makes a kernel. */
  public ScalarFocusKernel() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public FocusSums sum(LumaPlane plane) {
    Scratch s = scratch.get();
    s.clearTotals();
    for (int x = 0; x < plane.width(); x += STRIP) {
      s.strip(plane, x, Math.min(STRIP, plane.width() - x));
    }
    long pixels = (long) plane.width() * plane.height();
    return new FocusSums(pixels, s.laplacian, s.laplacianSquared, s.tenengrad);
  }

  /** Rows and accumulators of one strip; one instance a thread. */
  private static final class Scratch {
    // Two pixels of border, and one more so that the pairwise loops may read an even count.
    private static final int ROW = STRIP + 4;

    private short[] above = new short[ROW];
    private short[] at = new short[ROW];
    private short[] below = new short[ROW];
    private final short[] at1 = new short[ROW];
    private final short[] at2 = new short[ROW];
    private final short[] smooth = new short[ROW];
    private final short[] smooth1 = new short[ROW];
    private final short[] smooth2 = new short[ROW];
    private final short[] diff = new short[ROW];
    private final short[] diff1 = new short[ROW];
    private final short[] diff2 = new short[ROW];
    private final short[] gx = new short[ROW];
    private final short[] gy = new short[ROW];
    private final short[] lap = new short[ROW];
    private final short[] lapSum = new short[ROW];
    private final int[] gradSquares = new int[ROW / 2];
    private final int[] lapSquares = new int[ROW / 2];
    private long laplacian;
    private long laplacianSquared;
    private long tenengrad;

    void clearTotals() {
      laplacian = 0;
      laplacianSquared = 0;
      tenengrad = 0;
    }

    void strip(LumaPlane plane, int x, int width) {
      int height = plane.height();
      load(plane, x, width, Strips.mirror(-1, height), above);
      load(plane, x, width, 0, at);
      for (int y = 0; y < height; y++) {
        load(plane, x, width, Strips.mirror(y + 1, height), below);
        row(width);
        short[] free = above;
        above = at;
        at = below;
        below = free;
        if ((y + 1) % ROWS_PER_LAPLACIAN_FLUSH == 0) {
          flushLaplacian(width);
        }
        if ((y + 1) % ROWS_PER_SQUARE_FLUSH == 0) {
          flushSquares(width);
        }
      }
      flushLaplacian(width);
      flushSquares(width);
    }

    private static void load(LumaPlane plane, int x, int width, int y, short[] row) {
      byte[] data = plane.data();
      int start = y * plane.stride();
      widen(data, start + x, row, width);
      int last = plane.width();
      row[0] = (short) (data[start + Strips.mirror(x - 1, last)] & 0xFF);
      row[width + 1] = (short) (data[start + Strips.mirror(x + width, last)] & 0xFF);
    }

    private static void widen(byte[] data, int from, short[] row, int width) {
      for (int i = 0; i < width; i++) {
        row[i + 1] = (short) (data[from + i] & 0xFF);
      }
    }

    private void row(int width) {
      int bordered = width + 2;
      columns(above, at, below, smooth, diff, bordered);
      System.arraycopy(smooth, 1, smooth1, 0, width);
      System.arraycopy(smooth, 2, smooth2, 0, width);
      System.arraycopy(diff, 1, diff1, 0, width);
      System.arraycopy(diff, 2, diff2, 0, width);
      System.arraycopy(at, 1, at1, 0, width);
      System.arraycopy(at, 2, at2, 0, width);
      gradients(smooth, smooth2, diff, diff1, diff2, gx, gy, width);
      laplacians(smooth1, at, at1, at2, lap, lapSum, width);
      if ((width & 1) != 0) {
        gx[width] = 0;
        gy[width] = 0;
        lap[width] = 0;
      }
      int pairs = (width + 1) / 2;
      addSquares(gx, gradSquares, pairs);
      addSquares(gy, gradSquares, pairs);
      addSquares(lap, lapSquares, pairs);
    }

    private static void columns(
        short[] a, short[] b, short[] c, short[] smooth, short[] diff, int n) {
      for (int i = 0; i < n; i++) {
        smooth[i] = (short) (a[i] + 2 * b[i] + c[i]);
      }
      for (int i = 0; i < n; i++) {
        diff[i] = (short) (c[i] - a[i]);
      }
    }

    private static void gradients(
        short[] s0, short[] s2, short[] d0, short[] d1, short[] d2, short[] gx, short[] gy, int n) {
      for (int i = 0; i < n; i++) {
        gx[i] = (short) (s2[i] - s0[i]);
      }
      for (int i = 0; i < n; i++) {
        gy[i] = (short) (d0[i] + 2 * d1[i] + d2[i]);
      }
    }

    private static void laplacians(
        short[] s1, short[] b0, short[] b1, short[] b2, short[] lap, short[] lapSum, int n) {
      for (int i = 0; i < n; i++) {
        lap[i] = (short) (s1[i] + b0[i] + b2[i] - 6 * b1[i]);
      }
      for (int i = 0; i < n; i++) {
        lapSum[i] = (short) (lapSum[i] + lap[i]);
      }
    }

    private static void addSquares(short[] v, int[] sums, int pairs) {
      for (int i = 0; i < pairs; i++) {
        sums[i] += v[2 * i] * v[2 * i] + v[2 * i + 1] * v[2 * i + 1];
      }
    }

    private void flushLaplacian(int width) {
      long sum = 0;
      for (int i = 0; i < width; i++) {
        sum += lapSum[i];
        lapSum[i] = 0;
      }
      laplacian += sum;
    }

    private void flushSquares(int width) {
      long gradients = 0;
      long laplacians = 0;
      for (int i = 0; i < (width + 1) / 2; i++) {
        gradients += gradSquares[i];
        laplacians += lapSquares[i];
        gradSquares[i] = 0;
        lapSquares[i] = 0;
      }
      tenengrad += gradients;
      laplacianSquared += laplacians;
    }
  }
}
