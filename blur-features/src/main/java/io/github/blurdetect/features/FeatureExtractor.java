package io.github.blurdetect.features;

import io.github.blurdetect.api.BlurImage;
import io.github.blurdetect.api.LumaPlane;
import io.github.blurdetect.features.internal.PageFeatures;
import java.util.List;

/**
 * Measures the features of a photo: on its text, in units of the text's size, so that neither the
 * photo's size nor its background matters.
 *
 * <p>The text is found ({@link TextLocator}) and cut into stretches of about a word. Each is
 * measured on the photo shrunk until its x-height is 9 to 18 pixels; over all stretches, weighted
 * by their length in letters, percentiles and means are taken: a page of which one half is blurred
 * shows in its low percentiles. Of a photo of 6 megapixels or more with 256 stretches or more,
 * every second, third and so on of each line is measured, so that some 128 to 191 remain, and of
 * the noise of its finest planes a sample; which depends on sizes and places alone. Features (name,
 * unit, direction):
 *
 * <ul>
 *   <li>{@code x_height}: log2 of the median x-height in pixels of the photo, held to 1 to 4.5.
 *   <li>{@code legibility_p10} to {@code legibility_p90}, {@code legibility_mean}: the share of
 *       words OCR is expected to read, 0 to 1, higher is sharper; a logistic regression on all
 *       measures below, fitted to lines of simulated photos that OCR read or did not.
 *   <li>{@code legible_share}: share of the text with a legibility of 0.5 or more.
 *   <li>{@code contrast_*}: range of brightness in a stretch (3rd to 95th percentile) over the
 *       bright end; blur lowers it where strokes are thinner than its radius (Peli, 1990,
 *       doi:10.1364/JOSAA.7.002032).
 *   <li>{@code noise_p50}: log2 of the gradient energy in the photo's quiet blocks over the range
 *       squared; after the block-based estimate of Pyatykh et al. (2013,
 *       doi:10.1109/TIP.2012.2221728), on gradients.
 *   <li>{@code grey_share_*}: share of pixels in the middle half of the range, neither ink nor
 *       paper; higher is more blurred.
 *   <li>{@code ink_share_p50}: share of pixels in the darker half of the range.
 *   <li>{@code edge_75_*}, {@code edge_90_*}, {@code edge_98_*}: log2 of percentiles of the
 *       gradient in ranges per x-height, the inverse of edge widths (Marziliano et al., 2002,
 *       doi:10.1109/ICIP.2002.1038902).
 *   <li>{@code swing_*}, {@code turns_*}, {@code modulation_*}: mean height, number and sum per
 *       x-height of the swings of brightness along the line: how far the valleys between strokes
 *       reach down (the modulation that optics calls resolved, after Michelson).
 *   <li>{@code along_8_p50}, {@code along_2_p50}, {@code across_8_p50}, {@code across_2_p50}: log2
 *       of the energy of differences over 1/8 and 1/2 of the x-height, along and across the line,
 *       noise subtracted, over the range squared (energies of scales as in Mallat, 1989,
 *       doi:10.1109/34.192463).
 *   <li>{@code fine_*}: {@code along_8} minus {@code along_2}: fall of the spectrum; lower is more
 *       blurred.
 *   <li>{@code anisotropy_p50}: how differently the spectrum falls along the line, across it and
 *       along the diagonals: largest minus smallest, octaves; motion raises it.
 *   <li>{@code stray_ink}: share of the letter-like ink that stands in no line, 0 to 1.
 * </ul>
 *
 * <p>Deterministic, independent of threads, stateless and safe for use by many threads.
 */
public final class FeatureExtractor {
  private static final FeatureExtractor DEFAULTS = new FeatureExtractor();

  private FeatureExtractor() {}

  /**
   * Returns the extractor.
   *
   * @return the one instance
   */
  public static FeatureExtractor defaults() {
    return DEFAULTS;
  }

  /**
   * Returns the version of the features: models fit the version that they were trained with.
   *
   * @return changes whenever a feature's values do
   */
  public String version() {
    return PageFeatures.VERSION;
  }

  /**
   * Returns the features' names.
   *
   * @return in the order of the vector
   */
  public List<String> names() {
    return PageFeatures.NAMES;
  }

  /**
   * Measures a photo's features.
   *
   * @param image any size from 1 x 1 up
   * @return all NaN where no text was found
   */
  public FeatureVector extract(BlurImage image) {
    return measure(image).features();
  }

  /**
   * Measures a photo's features and tells where.
   *
   * @param luma the photo's brightness at native scale
   * @return layout, patches and features
   */
  public TextMeasurement measure(LumaPlane luma) {
    return PageFeatures.measure(luma);
  }

  /**
   * Measures a photo's features and tells where; the text is looked for once for all who ask about
   * the same instance.
   *
   * @param image the photo at native scale
   * @return as {@link #measure(LumaPlane)}
   */
  public TextMeasurement measure(BlurImage image) {
    return PageFeatures.measure(image);
  }
}
