package io.github.blurdetect.features.vector;

import io.github.blurdetect.features.kernel.StripFocusKernel;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel on the Vector API: a row's gradients come from nine loads and never leave registers.
 *
 * <p>The same responses as the scalar version's, on short lanes: see there for their bounds.
 * Squares are summed by the shared loops, because C2 has a multiply-add of shorts for them and the
 * Vector API, whose int multiplication is several times slower, has not.
 */
public final class VectorFocusKernel extends StripFocusKernel {
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final int LANES = SHORTS.length();

  /**
   * Makes a kernel.
   *
   * @throws UnsupportedOperationException if this machine's vectors are longer than 1024 bits, for
   *     which the rows leave no room
   */
  public VectorFocusKernel() {
    if (STRIP + 2 + LANES > ROW) {
      throw new UnsupportedOperationException(
          "vectors have " + LANES + " shorts, expected at most " + (ROW - STRIP - 2));
    }
  }

  @Override
  public String name() {
    return "vector-" + SHORTS.vectorBitSize();
  }

  @Override
  protected void widen(byte[] data, int from, short[] row, int width) {
    int i = 0;
    for (; i + LANES <= width; i += LANES) {
      ((ShortVector)
              ByteVector.fromArray(BYTES, data, from + i)
                  .convertShape(VectorOperators.B2S, SHORTS, 0))
          .and((short) 0xFF)
          .intoArray(row, i + 1);
    }
    for (; i < width; i++) {
      row[i + 1] = (short) (data[from + i] & 0xFF);
    }
  }

  @Override
  protected void respond(short[] a, short[] b, short[] c, Responses out, int width) {
    for (int i = 0; i < width; i += LANES) {
      ShortVector a0 = ShortVector.fromArray(SHORTS, a, i);
      ShortVector a1 = ShortVector.fromArray(SHORTS, a, i + 1);
      ShortVector a2 = ShortVector.fromArray(SHORTS, a, i + 2);
      ShortVector b0 = ShortVector.fromArray(SHORTS, b, i);
      ShortVector b1 = ShortVector.fromArray(SHORTS, b, i + 1);
      ShortVector b2 = ShortVector.fromArray(SHORTS, b, i + 2);
      ShortVector c0 = ShortVector.fromArray(SHORTS, c, i);
      ShortVector c1 = ShortVector.fromArray(SHORTS, c, i + 1);
      ShortVector c2 = ShortVector.fromArray(SHORTS, c, i + 2);
      ShortVector centre = b1.add(b1);
      a1.add(c1).add(b0).add(b2).sub(centre).sub(centre).intoArray(out.laplacian, i);
      ShortVector across = b2.sub(b0);
      a2.sub(a0).add(c2.sub(c0)).add(across).add(across).intoArray(out.gx, i);
      ShortVector down = c1.sub(a1);
      c0.sub(a0).add(c2.sub(a2)).add(down).add(down).intoArray(out.gy, i);
    }
  }
}
