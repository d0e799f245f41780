@NullMarked
package io.github.blurdetect.dataset.metrics;

import org.jspecify.annotations.NullMarked;
