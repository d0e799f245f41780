/** How well scores tell blurred photos from clear ones. */
@NullMarked
package io.github.blurdetect.dataset.metrics;

import org.jspecify.annotations.NullMarked;
