/** Focus measures, where the text of a photo is, and features in units of its size. */
@NullMarked
package io.github.blurdetect.features;

import org.jspecify.annotations.NullMarked;
