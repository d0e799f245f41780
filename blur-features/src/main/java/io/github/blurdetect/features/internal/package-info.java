/** Resizers and kernels; not exported. */
@NullMarked
package io.github.blurdetect.features.internal;

import org.jspecify.annotations.NullMarked;
