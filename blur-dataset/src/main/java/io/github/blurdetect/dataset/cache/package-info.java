/** Measured features kept on disk until they are stale. */
@NullMarked
package io.github.blurdetect.dataset.cache;

import org.jspecify.annotations.NullMarked;
