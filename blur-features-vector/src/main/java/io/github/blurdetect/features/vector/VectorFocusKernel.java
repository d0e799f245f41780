package io.github.blurdetect.features.vector;

import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.kernel.FocusKernel;
import io.github.blurdetect.features.kernel.FocusSums;
import io.github.blurdetect.features.kernel.Strips;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on the Vector API: gradients never leave registers.
 *
 * <p>The same formulas as the scalar version, on short lanes: see there for their bounds. A step
 * walks down four rows of a column of lanes, so that six rows are loaded for four; a tile of 64
 * such steps is summed in int lanes before the sums are spilled.
 *
 * <p>Bounds. An int lane holds two pixels. A row adds at most 4 * 1020^2 = 4161600 to its Tenengrad
 * sum, so a tile adds at most 4 * 64 * 4161600 = 1065369600, under 2^31.
 */
public final class VectorFocusKernel implements FocusKernel {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(
          byte.class, jdk.incubator.vector.VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SHORTS.vectorShape());
  private static final int LANES = SHORTS.length();
  private static final int ROWS = 4;
  private static final int STEPS = 64;

  private final ThreadLocal<int[]> spill = ThreadLocal.withInitial(() -> new int[INTS.length()]);

  /** Makes a kernel. */
  public VectorFocusKernel() {}

  @Override
  public String name() {
    return "vector-" + SHORTS.vectorBitSize();
  }

  @Override
  public FocusSums sum(LumaPlane plane) {
    int[] lanes = spill.get();
    long[] totals = new long[3];
    int width = plane.width();
    int height = plane.height();
    // Columns 1 to end - 1 have all their neighbours; their count is a multiple of the lanes.
    int end = width < 2 ? 1 : 1 + (width - 2) / LANES * LANES;
    int y = 1;
    for (; y + ROWS + 1 <= height; y += ROWS) {
      for (int x = 1; x < end; x += STEPS * LANES) {
        tile(plane, x, Math.min(end, x + STEPS * LANES), y, lanes, totals);
      }
    }
    pixels(plane, 1, end, 0, 1, totals);
    pixels(plane, 1, end, y, height, totals);
    pixels(plane, 0, 1, 0, height, totals);
    pixels(plane, end, width, 0, height, totals);
    return new FocusSums((long) width * height, totals[0], totals[1], totals[2]);
  }

  private static ShortVector load(byte[] data, int at) {
    return ((ShortVector)
            ByteVector.fromArray(BYTES, data, at).convertShape(VectorOperators.B2S, SHORTS, 0))
        .and((short) 0xFF);
  }

  private static void tile(LumaPlane plane, int from, int to, int y, int[] lanes, long[] totals) {
    byte[] data = plane.data();
    int stride = plane.stride();
    IntVector laps = IntVector.zero(INTS);
    IntVector lapSquares = IntVector.zero(INTS);
    IntVector gradSquares = IntVector.zero(INTS);
    for (int x = from; x < to; x += LANES) {
      int at = (y - 1) * stride + x;
      ShortVector a0 = load(data, at - 1);
      ShortVector a1 = load(data, at);
      ShortVector a2 = load(data, at + 1);
      at += stride;
      ShortVector b0 = load(data, at - 1);
      ShortVector b1 = load(data, at);
      ShortVector b2 = load(data, at + 1);
      for (int row = 0; row < ROWS; row++) {
        at += stride;
        ShortVector c0 = load(data, at - 1);
        ShortVector c1 = load(data, at);
        ShortVector c2 = load(data, at + 1);
        ShortVector lap = a1.add(c1).add(b0).add(b2).sub(b1.lanewise(VectorOperators.LSHL, 2));
        ShortVector gx =
            a2.sub(a0).add(c2.sub(c0)).add(b2.sub(b0).lanewise(VectorOperators.LSHL, 1));
        ShortVector gy =
            c0.sub(a0).add(c2.sub(a2)).add(c1.sub(a1).lanewise(VectorOperators.LSHL, 1));
        IntVector lapOdd = odd(lap);
        IntVector lapEven = even(lap);
        laps = laps.add(lapOdd).add(lapEven);
        lapSquares = lapSquares.add(lapOdd.mul(lapOdd)).add(lapEven.mul(lapEven));
        gradSquares = gradSquares.add(square(odd(gx))).add(square(even(gx)));
        gradSquares = gradSquares.add(square(odd(gy))).add(square(even(gy)));
        a0 = b0;
        a1 = b1;
        a2 = b2;
        b0 = c0;
        b1 = c1;
        b2 = c2;
      }
    }
    totals[0] += sum(laps, lanes);
    totals[1] += sum(lapSquares, lanes);
    totals[2] += sum(gradSquares, lanes);
  }

  private static IntVector square(IntVector v) {
    return v.mul(v);
  }

  // An int lane holds two shorts: the odd and the even one, sign-extended by shifts.
  private static IntVector odd(ShortVector v) {
    return v.reinterpretAsInts().lanewise(VectorOperators.ASHR, 16);
  }

  private static IntVector even(ShortVector v) {
    return v.reinterpretAsInts()
        .lanewise(VectorOperators.LSHL, 16)
        .lanewise(VectorOperators.ASHR, 16);
  }

  private static long sum(IntVector v, int[] lanes) {
    v.intoArray(lanes, 0);
    long sum = 0;
    for (int lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  /** Pixels one by one, with the border mirrored: the plane's edges and what the tiles left. */
  private static void pixels(
      LumaPlane plane, int fromX, int toX, int fromY, int toY, long[] totals) {
    byte[] data = plane.data();
    for (int y = fromY; y < toY; y++) {
      int a = Strips.mirror(y - 1, plane.height()) * plane.stride();
      int b = y * plane.stride();
      int c = Strips.mirror(y + 1, plane.height()) * plane.stride();
      for (int x = fromX; x < toX; x++) {
        int l = Strips.mirror(x - 1, plane.width());
        int r = Strips.mirror(x + 1, plane.width());
        int gx = smooth(data, a + r, b + r, c + r) - smooth(data, a + l, b + l, c + l);
        int gy = smooth(data, c + l, c + x, c + r) - smooth(data, a + l, a + x, a + r);
        int lap = (data[a + x] & 0xFF) + (data[c + x] & 0xFF) + (data[b + l] & 0xFF);
        lap += (data[b + r] & 0xFF) - 4 * (data[b + x] & 0xFF);
        totals[0] += lap;
        totals[1] += (long) lap * lap;
        totals[2] += (long) gx * gx + (long) gy * gy;
      }
    }
  }

  private static int smooth(byte[] data, int a, int b, int c) {
    return (data[a] & 0xFF) + 2 * (data[b] & 0xFF) + (data[c] & 0xFF);
  }
}
