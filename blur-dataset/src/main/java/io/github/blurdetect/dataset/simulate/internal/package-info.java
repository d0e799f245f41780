/** The simulator's number work: planes in linear light, convolution, warping, scenes, noise. */
@NullMarked
package io.github.blurdetect.dataset.simulate.internal;

import org.jspecify.annotations.NullMarked;
