@NullMarked
package io.github.blurdetect.tree.training;

import org.jspecify.annotations.NullMarked;
