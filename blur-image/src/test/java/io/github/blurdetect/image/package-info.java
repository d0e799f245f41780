@NullMarked
package io.github.blurdetect.image;

import org.jspecify.annotations.NullMarked;
