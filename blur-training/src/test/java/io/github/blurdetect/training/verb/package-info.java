@NullMarked
package io.github.blurdetect.training.verb;

import org.jspecify.annotations.NullMarked;
