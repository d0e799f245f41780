@NullMarked
package io.github.blurdetect.stacking.fit;

import org.jspecify.annotations.NullMarked;
