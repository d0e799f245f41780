@NullMarked
package io.github.blurdetect.training.net;

import org.jspecify.annotations.NullMarked;
