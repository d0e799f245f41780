@NullMarked
package io.github.blurdetect.baselines;

import org.jspecify.annotations.NullMarked;
