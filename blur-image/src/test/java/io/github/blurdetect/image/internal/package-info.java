@NullMarked
package io.github.blurdetect.image.internal;

import org.jspecify.annotations.NullMarked;
