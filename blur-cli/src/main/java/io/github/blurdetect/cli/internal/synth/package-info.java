/** The verb that makes sets of simulated photos. */
@NullMarked
package io.github.blurdetect.cli.internal.synth;

import org.jspecify.annotations.NullMarked;
