/**
 * Stacks any named scorers into one calibrated probability; holds the default detector's scorer.
 *
 * <p>Start at {@link io.github.blurdetect.stacking.StackingScorer}; models are made by {@link
 * io.github.blurdetect.stacking.fit.StackerTrainer}.
 */
@NullMarked
package io.github.blurdetect.stacking;

import org.jspecify.annotations.NullMarked;
