/** Runs a scorer over a labelled folder. */
@NullMarked
package io.github.blurdetect.dataset.evaluation;

import org.jspecify.annotations.NullMarked;
