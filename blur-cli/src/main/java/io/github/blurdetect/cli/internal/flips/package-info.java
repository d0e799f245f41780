/** {@code blur check_flips}: do harmless changes of a photo turn its verdict? */
@NullMarked
package io.github.blurdetect.cli.internal.flips;

import org.jspecify.annotations.NullMarked;
