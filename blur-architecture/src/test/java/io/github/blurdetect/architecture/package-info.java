@NullMarked
package io.github.blurdetect.architecture;

import org.jspecify.annotations.NullMarked;
