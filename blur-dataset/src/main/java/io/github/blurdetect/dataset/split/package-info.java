/** Seeded splits that keep a group together. */
@NullMarked
package io.github.blurdetect.dataset.split;

import org.jspecify.annotations.NullMarked;
