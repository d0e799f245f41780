/**
 * Documents drawn by the program itself, with random plausible content, that know where each text
 * block lies.
 */
@NullMarked
package io.github.blurdetect.dataset.render;

import org.jspecify.annotations.NullMarked;
