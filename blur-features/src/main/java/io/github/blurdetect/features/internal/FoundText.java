package io.github.blurdetect.features.internal;

import io.github.blurdetect.features.TextLayout;
import java.util.List;

/**
 * What the search for text found.
 *
 * @param layout for the public
 * @param cells the lines cut into stretches of about a word
 * @param slope pixels by which lines move across per pixel along
 * @param strayInk share of the letter-like ink that belongs to no line that was kept, 0 to 1
 */
public record FoundText(TextLayout layout, List<TextCell> cells, double slope, double strayInk) {}
