/**
 * Whether text can still be read: what an OCR program reads of it, and a rule that stands in for
 * the program.
 */
@NullMarked
package io.github.blurdetect.dataset.legibility;

import org.jspecify.annotations.NullMarked;
