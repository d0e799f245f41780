@NullMarked
package io.github.blurdetect.training.stacking;

import org.jspecify.annotations.NullMarked;
