package io.github.blurdetect.dataset.simulate;

/** What blurs a photo. */
public enum BlurKind {
  /** Nothing. */
  NONE,
  /** A Gaussian. */
  GAUSSIAN,
  /** A lens out of focus: a disc or a polygon, more or less soft at the edge. */
  DEFOCUS,
  /** Straight, even motion. */
  MOTION,
  /** A camera that shakes while the shutter is open. */
  SHAKE,
  /** A kernel measured on a real camera. */
  MEASURED
}
