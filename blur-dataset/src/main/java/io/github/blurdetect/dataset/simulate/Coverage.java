package io.github.blurdetect.dataset.simulate;

/** How much of the photo is blurred. */
public enum Coverage {
  /** All of it, evenly. */
  WHOLE,
  /** One part: a half, a quarter, a band or a corner, with a soft border. */
  PART,
  /** More and more away from a line of focus. */
  VARYING
}
