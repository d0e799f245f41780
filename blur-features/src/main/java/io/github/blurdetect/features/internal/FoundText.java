package io.github.blurdetect.features.internal;

import io.github.blurdetect.features.TextLayout;
import java.util.List;

/**
 * What the search for text found.
 *
 * @param layout for the public
 * @param cells the lines cut into stretches of about a word
 */
public record FoundText(TextLayout layout, List<TextCell> cells) {}
