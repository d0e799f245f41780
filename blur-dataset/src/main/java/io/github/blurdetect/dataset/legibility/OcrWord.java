package io.github.blurdetect.dataset.legibility;

import io.github.blurdetect.dataset.simulate.Box;

/**
 * A word that OCR read.
 *
 * @param box where, in the picture's pixels
 * @param text what it says
 */
public record OcrWord(Box box, String text) {}
