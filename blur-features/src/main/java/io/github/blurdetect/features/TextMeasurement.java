package io.github.blurdetect.features;

import java.util.List;

/**
 * Everything that was measured on one photo.
 *
 * @param layout where the text is
 * @param patches the text in stretches of about a word, with their legibility
 * @param features the features; all NaN where no text was found
 */
public record TextMeasurement(TextLayout layout, List<TextPatch> patches, FeatureVector features) {

  /** Copies the list. */
  public TextMeasurement {
    patches = List.copyOf(patches);
  }
}
