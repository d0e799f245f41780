@NullMarked
package io.github.blurdetect.dataset.split;

import org.jspecify.annotations.NullMarked;
