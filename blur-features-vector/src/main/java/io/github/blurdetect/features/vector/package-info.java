/** The hot pass with the incubating Vector API. */
@NullMarked
package io.github.blurdetect.features.vector;

import org.jspecify.annotations.NullMarked;
