@NullMarked
package io.github.blurdetect.stacking;

import org.jspecify.annotations.NullMarked;
