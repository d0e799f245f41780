/** {@code blur calibrate}: threshold and marginal band from a user's own labelled photos. */
@NullMarked
package io.github.blurdetect.cli.internal.calibrate;

import org.jspecify.annotations.NullMarked;
