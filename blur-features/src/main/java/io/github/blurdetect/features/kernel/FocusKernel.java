package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;

/**
 * One pass over a brightness plane that sums what the gradient-based focus measures need.
 *
 * <p>All versions return the same integers: every sum is exact, so neither the order of additions
 * nor the width of a vector register can show. Implementations are stateless but for scratch memory
 * that belongs to a thread, and safe for use by many threads.
 */
public interface FocusKernel {

  /**
   * Returns the version's name.
   *
   * @return {@code scalar} or {@code vector-512}, say
   */
  String name();

  /**
   * Sums over all pixels, with the border mirrored without repeating the edge pixel (OpenCV's
   * {@code BORDER_REFLECT_101}; a side of one pixel repeats it).
   *
   * @param plane any size from 1 x 1 up
   * @return exact sums
   */
  FocusSums sum(LumaPlane plane);
}
