/** Trains stacks on out-of-fold scores, and all models in one go. */
@NullMarked
package io.github.blurdetect.training.stacking;

import org.jspecify.annotations.NullMarked;
