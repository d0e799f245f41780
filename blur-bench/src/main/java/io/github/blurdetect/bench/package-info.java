/** JMH benchmarks; each checks its results before it is timed. */
@NullMarked
package io.github.blurdetect.bench;

import org.jspecify.annotations.NullMarked;
