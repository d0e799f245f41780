package io.github.blurdetect.api;

/**
 * Scores how blurred an image is.
 *
 * <p>Implementations are safe for use by many threads at once, give the same image the same score
 * whatever the number of threads, keep no reference to the image, and never write to its pixels.
 */
public interface BlurScorer extends AutoCloseable {

  /**
   * Returns the scorer's name, as used on the command line and in assessments.
   *
   * @return lower-case letters, digits and hyphens, for example {@code tree}
   */
  String name();

  /**
   * Scores one image.
   *
   * @param image any size from 1 x 1 up
   * @return blurriness in [0, 1], 1 = blurred, and its details
   * @throws IllegalStateException if the scorer has been closed
   */
  BlurScore score(BlurImage image);

  /**
   * Returns the blurriness above which this scorer calls an image blurred.
   *
   * @return in [0, 1]; 0.5 unless the scorer knows better
   */
  default double threshold() {
    return 0.5;
  }

  /**
   * Tells whether the scorer looks at more than brightness.
   *
   * <p>Where it does not, callers that decode may leave the colours out, which takes less than half
   * of the time: the scorer is then given grey images of photos in colour. Their brightness may
   * differ from {@link BlurImage#luma()} of the decoded colours by what rounding and clipping the
   * colours do, which is a grey level or two nearly everywhere.
   *
   * @return true unless the scorer knows better; the same at every call
   */
  default boolean needsColour() {
    return true;
  }

  /** Frees native memory, if any. Closing twice does nothing; no score may be running. */
  @Override
  default void close() {}
}
