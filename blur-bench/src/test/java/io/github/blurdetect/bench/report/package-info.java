@NullMarked
package io.github.blurdetect.bench.report;

import org.jspecify.annotations.NullMarked;
