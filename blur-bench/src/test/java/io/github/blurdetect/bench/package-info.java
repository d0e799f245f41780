@NullMarked
package io.github.blurdetect.bench;

import org.jspecify.annotations.NullMarked;
