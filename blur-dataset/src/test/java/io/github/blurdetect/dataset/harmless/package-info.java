@NullMarked
package io.github.blurdetect.dataset.harmless;

import org.jspecify.annotations.NullMarked;
