/** Trains the CNN: tiles from labelled photos, augmentation, the training loop and its records. */
@NullMarked
package io.github.blurdetect.training.cnn;

import org.jspecify.annotations.NullMarked;
