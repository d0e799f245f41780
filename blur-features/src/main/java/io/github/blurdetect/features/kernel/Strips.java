package io.github.blurdetect.features.kernel;

/** Border arithmetic that the kernel's versions share. */
public final class Strips {
  private Strips() {}

  /**
   * Mirrors an index into a side without repeating the edge.
   *
   * @param i -1 to {@code size}
   * @param size at least 1
   * @return 0 to {@code size - 1}
   */
  public static int mirror(int i, int size) {
    if (size == 1) {
      return 0;
    }
    if (i < 0) {
      return -i;
    }
    return i < size ? i : 2 * size - 2 - i;
  }
}
