/**
 * Images, scorers, their discovery, and the detector that turns a score into a verdict.
 *
 * <p>Blurriness is always in [0, 1], where 1 means too blurred to be read. Nothing here depends on
 * more than the JDK.
 */
@NullMarked
package io.github.blurdetect.api;

import org.jspecify.annotations.NullMarked;
