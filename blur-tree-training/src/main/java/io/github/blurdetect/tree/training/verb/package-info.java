/** The command-line verb {@code train_tree}. */
@NullMarked
package io.github.blurdetect.tree.training.verb;

import org.jspecify.annotations.NullMarked;
