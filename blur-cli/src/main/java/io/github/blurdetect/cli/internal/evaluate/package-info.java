/** {@code blur evaluate} and {@code blur test_tree}: figures of a scorer on a labelled folder. */
@NullMarked
package io.github.blurdetect.cli.internal.evaluate;

import org.jspecify.annotations.NullMarked;
