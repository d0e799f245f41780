/** Layouts, fonts, paper, stamps and invented content of rendered documents. */
@NullMarked
package io.github.blurdetect.dataset.render.internal;

import org.jspecify.annotations.NullMarked;
