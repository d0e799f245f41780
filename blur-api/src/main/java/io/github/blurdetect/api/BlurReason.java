package io.github.blurdetect.api;

import java.util.Objects;

/**
 * One cause that speaks for an image being hard to read, in a form for programs and one for people.
 *
 * @param cause what is wrong
 * @param message the same in words, with the measured value where there is one
 */
public record BlurReason(Cause cause, String message) {

  /** What can be wrong with a photo. */
  public enum Cause {
    /** Edges are spread alike in all directions. */
    OUT_OF_FOCUS,
    /** Edges are spread along one direction: the camera or the paper moved. */
    MOTION,
    /** Noise hides the print. */
    NOISE,
    /** The print has too few pixels. */
    TEXT_TOO_SMALL,
    /** The print hardly differs from the paper. */
    LOW_CONTRAST,
    /** Only a share of the text is affected. */
    PARTLY_BLURRED,
    /** No text was found. */
    NO_TEXT,
    /** The scorer knows a cause of its own, told by the message. */
    OTHER
  }

  /** Checks that nothing is null. */
  public BlurReason {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(message, "message");
  }
}
