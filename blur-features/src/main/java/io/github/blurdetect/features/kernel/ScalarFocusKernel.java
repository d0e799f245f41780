package io.github.blurdetect.features.kernel;

/**
 * The kernel in plain Java, written so that HotSpot's C2 vectorises the inner loops.
 *
 * <p>With rows a, b, c above, at and below a pixel, s = a + 2b + c and d = c - a:
 *
 * <pre>
 * Gx = s[x+1] - s[x-1]     Gy = d[x-1] + 2 d[x] + d[x+1]     Lap = s[x] + b[x-1] + b[x+1] - 6 b[x]
 * </pre>
 *
 * <p>C2 vectorises a loop only if all its arrays are read at the same index, so rows shifted by one
 * and two pixels are made with {@link System#arraycopy}.
 *
 * <p>Bounds. s is at most 1020 and |d| at most 255, so |Gx|, |Gy| and |Lap| are at most 1020, and
 * all intermediates fit shorts (the largest is 6 b = 1530).
 */
public final class ScalarFocusKernel extends StripFocusKernel {
  private final ThreadLocal<short[][]> scratch = ThreadLocal.withInitial(() -> new short[8][ROW]);

  /** Makes a kernel. */
  public ScalarFocusKernel() {}

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  protected void widen(byte[] data, int from, short[] row, int width) {
    for (int i = 0; i < width; i++) {
      row[i + 1] = (short) (data[from + i] & 0xFF);
    }
  }

  @Override
  protected void respond(short[] a, short[] b, short[] c, Responses out, int width) {
    short[][] rows = scratch.get();
    short[] s0 = rows[0];
    short[] s1 = rows[1];
    short[] s2 = rows[2];
    short[] d0 = rows[3];
    short[] d1 = rows[4];
    short[] d2 = rows[5];
    short[] b1 = rows[6];
    short[] b2 = rows[7];
    smooth(a, b, c, s0, width + 2);
    difference(c, a, d0, width + 2);
    System.arraycopy(s0, 1, s1, 0, width);
    System.arraycopy(s0, 2, s2, 0, width);
    System.arraycopy(d0, 1, d1, 0, width);
    System.arraycopy(d0, 2, d2, 0, width);
    System.arraycopy(b, 1, b1, 0, width);
    System.arraycopy(b, 2, b2, 0, width);
    difference(s2, s0, out.gx, width);
    smooth(d0, d1, d2, out.gy, width);
    laplacian(s1, b, b1, b2, out.laplacian, width);
  }

  private static void smooth(short[] a, short[] b, short[] c, short[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (short) (a[i] + 2 * b[i] + c[i]);
    }
  }

  private static void difference(short[] a, short[] b, short[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (short) (a[i] - b[i]);
    }
  }

  private static void laplacian(
      short[] s1, short[] b0, short[] b1, short[] b2, short[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (short) (s1[i] + b0[i] + b2[i] - 6 * b1[i]);
    }
  }
}
