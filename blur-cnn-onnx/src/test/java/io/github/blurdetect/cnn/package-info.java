@NullMarked
package io.github.blurdetect.cnn;

import org.jspecify.annotations.NullMarked;
