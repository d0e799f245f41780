package io.github.blurdetect.image.internal;

import io.github.blurdetect.image.ImageDecodeException;
import io.github.blurdetect.image.ImageDecodeException.Problem;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;

/** Loads OpenCV's native library, once. */
final class OpenCv {
  private OpenCv() {}

  private static final class Loaded {
    static final @Nullable Throwable FAILURE = tryLoad();

    private static @Nullable Throwable tryLoad() {
      try {
        nu.pattern.OpenCV.loadLocally();
        // Callers run many decodes side by side; threads inside one would only get in their way.
        Core.setNumThreads(1);
        return null;
      } catch (LinkageError | RuntimeException e) {
        return e;
      }
    }
  }

  /** Refuses the image if this machine cannot load OpenCV. */
  static void load() throws ImageDecodeException {
    Throwable failure = Loaded.FAILURE;
    if (failure != null) {
      throw new ImageDecodeException(
          Problem.UNSUPPORTED,
          "OpenCV's native library cannot be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + failure,
          failure);
    }
  }
}
