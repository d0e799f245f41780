@NullMarked
package io.github.blurdetect.features;

import org.jspecify.annotations.NullMarked;
