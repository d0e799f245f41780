/** Convolutional networks as plain data: shape, weights, readers; no framework. */
@NullMarked
package io.github.blurdetect.training.net;

import org.jspecify.annotations.NullMarked;
