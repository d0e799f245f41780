package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.Box;

/**
 * A word that OCR read.
 *
 * @param box where, in the picture's pixels
 * @param text what it says
 * @param confidence how sure the program is, 0 to 100
 * @param line number of the line that it stands in, rising down the page
 */
public record OcrWord(Box box, String text, double confidence, int line) {}
