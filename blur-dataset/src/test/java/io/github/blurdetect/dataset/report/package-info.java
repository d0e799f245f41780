@NullMarked
package io.github.blurdetect.dataset.report;

import org.jspecify.annotations.NullMarked;
