/** The training verbs of the command line. */
@NullMarked
package io.github.blurdetect.training.verb;

import org.jspecify.annotations.NullMarked;
