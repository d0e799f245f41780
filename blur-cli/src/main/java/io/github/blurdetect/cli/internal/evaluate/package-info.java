/**
 * {@code blur evaluate}, {@code blur test_tree} and {@code blur test_stacking}: figures of a scorer
 * on a labelled folder.
 */
@NullMarked
package io.github.blurdetect.cli.internal.evaluate;

import org.jspecify.annotations.NullMarked;
