package io.github.blurdetect.features;

import java.util.List;

/**
 * Everything that was measured on one photo.
 *
 * @param layout where the text is
 * @param patches the text in stretches of about a word, with their legibility; of small print on a
 *     photo of 6 megapixels or more a sample, evenly spread
 * @param features the features; all NaN where no text was found
 */
public record TextMeasurement(TextLayout layout, List<TextPatch> patches, FeatureVector features) {

  /** Copies the list. */
  public TextMeasurement {
    patches = List.copyOf(patches);
  }

  /** Percentiles of fewer letters say little, and what was found is as often grain of the paper. */
  private static final double LETTERS_TO_JUDGE_BY = 20;

  /** Less than this share of the text can be read where something else was taken for text. */
  private static final double LITTLE_LEGIBLE = 0.3;

  /** Most letter-like ink stands in no line. */
  private static final double MOSTLY_STRAY = 0.6;

  /** Blur takes edges this steep away (log2 of ranges per x-height). */
  private static final double STEEP_EDGES = 1.5;

  /** Blur takes this much contrast away, where it takes legibility. */
  private static final double HIGH_CONTRAST = 0.3;

  /**
   * Says whether there is enough text to judge, some 20 letters that could be measured, and it is
   * not something else that was taken for text: leaves, brickwork, an engraving. Such things are
   * not legible although they are sharp and rich in contrast, and their strokes stand about without
   * order. Print that cannot be read has lost its edges and contrast; it does not pass for a
   * texture.
   *
   * @return false where no verdict on blur should be given
   */
  public boolean looksLikePrint() {
    return layout.hasText() && letters() >= LETTERS_TO_JUDGE_BY && !looksLikeTexture();
  }

  /**
   * Returns how much text was measured. It may be less than the layout holds: ruled lines are left
   * out.
   *
   * @return the patches' lengths in x-heights, added up; about the number of letters
   */
  public double letters() {
    double sum = 0;
    for (TextPatch patch : patches) {
      int length = Math.max(patch.right() - patch.left(), patch.bottom() - patch.top());
      sum += length / patch.xHeight();
    }
    return sum;
  }

  private boolean looksLikeTexture() {
    return features.get("legible_share") < LITTLE_LEGIBLE
        && features.get("stray_ink") > MOSTLY_STRAY
        && features.get("edge_98_p75") > STEEP_EDGES
        && features.get("contrast_p50") > HIGH_CONTRAST;
  }
}
