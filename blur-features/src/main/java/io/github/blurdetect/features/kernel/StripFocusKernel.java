package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;

/**
 * What the kernel's versions share: walking the plane strip by strip and summing the responses.
 *
 * <p>A strip is at most {@value #STRIP} pixels wide, so that its rows stay in the L1 cache however
 * wide the plane is. Each row is widened to shorts once, with a mirrored pixel at either end; a
 * version turns three such rows into rows of responses, which are summed here. C2 turns {@code
 * v[2i] * v[2i] + v[2i+1] * v[2i+1]} over shorts into one multiply-add instruction.
 *
 * <p>Bounds. Responses are at most 1020 in size. A column pair adds at most 4 * 1020^2 = 4161600 a
 * row to the Tenengrad accumulator: 256 rows stay under 2^31. The short accumulator of the
 * Laplacian takes 32 rows: 32 * 1020 = 32640.
 */
public abstract class StripFocusKernel implements FocusKernel {
  /** The widest strip, in pixels. */
  public static final int STRIP = 2048;

  /**
   * The length of a row's array: a strip, its two mirrored pixels, and room for one more vector.
   */
  public static final int ROW = STRIP + 2 + 64;

  private static final int ROWS_PER_SQUARE_FLUSH = 256;
  private static final int ROWS_PER_LAPLACIAN_FLUSH = 32;

  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

  /** For versions to call. */
  protected StripFocusKernel() {}

  /**
   * Widens unsigned bytes to shorts.
   *
   * @param data bytes
   * @param from index of the first byte
   * @param row receives {@code row[1 + i] = data[from + i]}; of length {@link #ROW}
   * @param width how many, 1 to {@link #STRIP}
   */
  protected abstract void widen(byte[] data, int from, short[] row, int width);

  /**
   * Computes the responses of one row. Rows are of length {@link #ROW}; element {@code i + 1} of an
   * input row belongs to element {@code i} of the outputs. Outputs at {@code width} and beyond may
   * be overwritten with anything.
   *
   * @param above the row above
   * @param at the row itself
   * @param below the row below
   * @param responses receives the responses
   * @param width pixels, 1 to {@link #STRIP}
   */
  protected abstract void respond(
      short[] above, short[] at, short[] below, Responses responses, int width);

  @Override
  public final FocusSums sum(LumaPlane plane) {
    Scratch s = scratch.get();
    s.clearTotals();
    for (int x = 0; x < plane.width(); x += STRIP) {
      strip(s, plane, x, Math.min(STRIP, plane.width() - x));
    }
    long pixels = (long) plane.width() * plane.height();
    return new FocusSums(pixels, s.laplacian, s.laplacianSquared, s.tenengrad);
  }

  private void strip(Scratch s, LumaPlane plane, int x, int width) {
    int height = plane.height();
    load(plane, x, width, Strips.mirror(-1, height), s.above);
    load(plane, x, width, 0, s.at);
    for (int y = 0; y < height; y++) {
      load(plane, x, width, Strips.mirror(y + 1, height), s.below);
      respond(s.above, s.at, s.below, s.responses, width);
      s.add(width);
      s.rotate();
      if ((y + 1) % ROWS_PER_LAPLACIAN_FLUSH == 0) {
        s.flushLaplacian(width);
      }
      if ((y + 1) % ROWS_PER_SQUARE_FLUSH == 0) {
        s.flushSquares(width);
      }
    }
    s.flushLaplacian(width);
    s.flushSquares(width);
  }

  private void load(LumaPlane plane, int x, int width, int y, short[] row) {
    byte[] data = plane.data();
    int start = y * plane.stride();
    widen(data, start + x, row, width);
    row[0] = (short) (data[start + Strips.mirror(x - 1, plane.width())] & 0xFF);
    row[width + 1] = (short) (data[start + Strips.mirror(x + width, plane.width())] & 0xFF);
  }

  /** Rows of responses, one value a pixel, each array of length {@link #ROW}. */
  protected static final class Responses {
    /** Sobel's horizontal response. */
    public final short[] gx = new short[ROW];

    /** Sobel's vertical response. */
    public final short[] gy = new short[ROW];

    /** The 4-neighbour Laplacian. */
    public final short[] laplacian = new short[ROW];

    private Responses() {}
  }

  /** Rows and accumulators of one strip; one instance a thread. */
  private static final class Scratch {
    private short[] above = new short[ROW];
    private short[] at = new short[ROW];
    private short[] below = new short[ROW];
    private final Responses responses = new Responses();
    private final short[] laplacians = new short[ROW];
    private final int[] gradientSquares = new int[ROW / 2];
    private final int[] laplacianSquares = new int[ROW / 2];
    private long laplacian;
    private long laplacianSquared;
    private long tenengrad;

    private void clearTotals() {
      laplacian = 0;
      laplacianSquared = 0;
      tenengrad = 0;
    }

    private void rotate() {
      short[] free = above;
      above = at;
      at = below;
      below = free;
    }

    private void add(int width) {
      Responses r = responses;
      if ((width & 1) != 0) { // the pairwise loops read one more
        r.gx[width] = 0;
        r.gy[width] = 0;
        r.laplacian[width] = 0;
      }
      int pairs = (width + 1) / 2;
      addSquares(r.gx, gradientSquares, pairs);
      addSquares(r.gy, gradientSquares, pairs);
      addSquares(r.laplacian, laplacianSquares, pairs);
      addValues(r.laplacian, laplacians, width);
    }

    private static void addSquares(short[] v, int[] sums, int pairs) {
      for (int i = 0; i < pairs; i++) {
        sums[i] += v[2 * i] * v[2 * i] + v[2 * i + 1] * v[2 * i + 1];
      }
    }

    private static void addValues(short[] v, short[] sums, int n) {
      for (int i = 0; i < n; i++) {
        sums[i] = (short) (sums[i] + v[i]);
      }
    }

    private void flushLaplacian(int width) {
      long sum = 0;
      for (int i = 0; i < width; i++) {
        sum += laplacians[i];
        laplacians[i] = 0;
      }
      laplacian += sum;
    }

    private void flushSquares(int width) {
      long gradients = 0;
      long seconds = 0;
      for (int i = 0; i < (width + 1) / 2; i++) {
        gradients += gradientSquares[i];
        seconds += laplacianSquares[i];
        gradientSquares[i] = 0;
        laplacianSquares[i] = 0;
      }
      tenengrad += gradients;
      laplacianSquared += seconds;
    }
  }
}
