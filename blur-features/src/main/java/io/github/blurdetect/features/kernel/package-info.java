/**
 * The hot pass over a brightness plane, in interchangeable versions that agree bit for bit.
 *
 * <p>For the library's own modules: the facade is {@link
 * io.github.blurdetect.features.FocusMeasures}.
 */
@NullMarked
package io.github.blurdetect.features.kernel;

import org.jspecify.annotations.NullMarked;
