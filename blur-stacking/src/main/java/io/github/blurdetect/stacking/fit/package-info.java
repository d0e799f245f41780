/**
 * Fits stacks, calibrations, gates and thresholds to scores of photos that the members were not
 * trained on.
 */
@NullMarked
package io.github.blurdetect.stacking.fit;

import org.jspecify.annotations.NullMarked;
