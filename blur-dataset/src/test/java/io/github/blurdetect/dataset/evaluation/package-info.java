@NullMarked
package io.github.blurdetect.dataset.evaluation;

import org.jspecify.annotations.NullMarked;
