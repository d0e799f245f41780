package io.github.blurdetect.features.internal;

/**
 * What is measured on one cell of text, in the order of the arrays. All are taken on the photo
 * shrunk so that the x-height is 9 to 18 pixels (never enlarged) and smoothed by (1 2 1) both ways,
 * except the energies, which are taken unsmoothed. "Range" is the brightness between the 3rd and
 * the 95th percentile of the cell: print to paper.
 */
enum CellMeasure {
  /** log2 of the x-height in the photo, pixels, held to 1 to 4.5. */
  LOG_X_HEIGHT,
  /** Range divided by the 95th percentile (Michelson-like contrast of print), 0 to 1. */
  CONTRAST,
  /** log2 of quiet blocks' gradient energy over the range squared: noise over print. */
  LOG_NOISE,
  /** Share of pixels in the middle half of the range: neither paper nor print; blur raises it. */
  GREY_SHARE,
  /** Share of pixels in the darker half of the range. */
  INK_SHARE,
  /** log2 of the gradient's 75th percentile, ranges per x-height. */
  LOG_EDGE_75,
  /** log2 of the gradient's 90th percentile, ranges per x-height. */
  LOG_EDGE_90,
  /** log2 of the gradient's 98th percentile, ranges per x-height: sharpest edges. */
  LOG_EDGE_98,
  /** Mean swing between successive bright and dark extremes along the line, over the range. */
  SWING,
  /** Root mean square of the swings, over the range. */
  SWING_RMS,
  /** Extremes per x-height of line: strokes that can still be told apart. */
  TURNS,
  /** Sum of swings per x-height of line, in ranges. */
  MODULATION,
  /** log2 of the gradient energy along the line at 1/8 x-height, noise taken out, over range^2. */
  LOG_ALONG_8,
  /** The same at 1/4 x-height. */
  LOG_ALONG_4,
  /** The same at 1/2 x-height. */
  LOG_ALONG_2,
  /** log2 of the gradient energy across the line at 1/8 x-height. */
  LOG_ACROSS_8,
  /** The same at 1/4 x-height. */
  LOG_ACROSS_4,
  /** The same at 1/2 x-height. */
  LOG_ACROSS_2,
  /** log2 of the gradient energy along one diagonal at 1/8 x-height. */
  LOG_DIAGONAL_8,
  /** The same at 1/2 x-height. */
  LOG_DIAGONAL_2,
  /** log2 of the gradient energy along the other diagonal at 1/8 x-height. */
  LOG_ANTIDIAGONAL_8,
  /** The same at 1/2 x-height. */
  LOG_ANTIDIAGONAL_2;

  static final int COUNT = values().length;
}
