/** {@code blur score}: inputs, ordered parallel scoring, and the three output formats. */
@NullMarked
package io.github.blurdetect.cli.internal.score;

import org.jspecify.annotations.NullMarked;
