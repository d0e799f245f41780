@NullMarked
package io.github.blurdetect.dataset.cache;

import org.jspecify.annotations.NullMarked;
