/** Turns what the benchmarks measured into tables and a picture. */
@NullMarked
package io.github.blurdetect.bench.report;

import org.jspecify.annotations.NullMarked;
