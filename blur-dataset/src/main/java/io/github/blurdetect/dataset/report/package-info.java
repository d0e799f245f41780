/** Reports of an evaluation as text, JSON and one HTML page. */
@NullMarked
package io.github.blurdetect.dataset.report;

import org.jspecify.annotations.NullMarked;
