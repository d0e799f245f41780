@NullMarked
package io.github.blurdetect.training.cnn;

import org.jspecify.annotations.NullMarked;
