package io.github.blurdetect.features;

/**
 * A stretch of a line, about a word long, and how well it can be read.
 *
 * @param left first column, pixels of the photo
 * @param top first row
 * @param right one past the last column
 * @param bottom one past the last row
 * @param xHeight of its line, pixels of the photo
 * @param legibility the share of words an OCR program is expected to read here, 0 to 1
 */
public record TextPatch(
    int left, int top, int right, int bottom, double xHeight, double legibility) {}
