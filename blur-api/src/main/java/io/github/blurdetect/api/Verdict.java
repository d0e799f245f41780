package io.github.blurdetect.api;

/** What a detector decides about an image. */
public enum Verdict {
  /** Blurriness is at most the threshold. */
  CLEAR,
  /** Blurriness is above the threshold. */
  BLURRED,
  /** Blurriness lies inside the band around the threshold that the user set. */
  MARGINAL,
  /** The image holds no text to judge. */
  NO_TEXT
}
