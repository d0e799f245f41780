/**
 * Capture simulation: from sharp pages to photos with known blur, in linear light.
 *
 * <p>{@link io.github.blurdetect.dataset.simulate.CaptureSimulator} turns one page into one photo,
 * {@link io.github.blurdetect.dataset.simulate.SyntheticSet} makes a labelled set of them.
 */
@NullMarked
package io.github.blurdetect.dataset.simulate;

import org.jspecify.annotations.NullMarked;
