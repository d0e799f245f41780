@NullMarked
package io.github.blurdetect.tree.training.verb;

import org.jspecify.annotations.NullMarked;
