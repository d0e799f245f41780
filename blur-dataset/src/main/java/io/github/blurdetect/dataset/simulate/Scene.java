package io.github.blurdetect.dataset.simulate;

/** What the page lies on. */
public enum Scene {
  /** Nothing: the page fills the picture, as from a scanner. */
  FLAT,
  /** A plain table. */
  DESK,
  /** A table with grain. */
  WOOD,
  /** Woven cloth. */
  CLOTH,
  /** Next to no light around the page. */
  DARK,
  /** Other papers and things. */
  CLUTTER,
  /** A far background with discs of light. */
  BOKEH
}
