package io.github.blurdetect.features.kernel;

import io.github.blurdetect.api.LumaPlane;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Chooses the kernel, once, when it is first needed.
 *
 * <p>A faster version is a {@link FocusKernel} found by {@link ServiceLoader}, such as
 * blur-features-vector's, which can be loaded only where Java was started with {@code --add-modules
 * jdk.incubator.vector}. Before it is trusted it must give the scalar version's sums on a small
 * picture; if it cannot be loaded or does not, the scalar version serves.
 */
public final class FocusKernels {
  private FocusKernels() {}

  /**
   * Returns the fastest kernel that works here.
   *
   * @return the same instance at every call
   */
  public static FocusKernel best() {
    return Holder.BEST;
  }

  static FocusKernel choose(Iterable<FocusKernel> candidates) {
    FocusKernel scalar = new ScalarFocusKernel();
    try {
      for (FocusKernel candidate : candidates) {
        if (agrees(candidate, scalar)) {
          return candidate;
        }
      }
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      System.getLogger(FocusKernels.class.getName())
          .log(System.Logger.Level.DEBUG, "the scalar kernel is used", e);
    }
    return scalar;
  }

  private static boolean agrees(FocusKernel candidate, FocusKernel scalar) {
    int width = 149;
    int height = 11;
    byte[] data = new byte[width * height];
    int state = 1;
    for (int i = 0; i < data.length; i++) {
      state = state * 1664525 + 1013904223;
      data[i] = (byte) (state >>> 24);
    }
    LumaPlane plane = new LumaPlane(data, width, height, width);
    return candidate.sum(plane).equals(scalar.sum(plane));
  }

  private static final class Holder {
    static final FocusKernel BEST =
        choose(ServiceLoader.load(FocusKernel.class, FocusKernel.class.getClassLoader()));
  }
}
