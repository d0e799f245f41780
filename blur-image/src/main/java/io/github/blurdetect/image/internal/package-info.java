/** The formats' headers and integrity, and the codecs behind them. Not exported. */
@NullMarked
package io.github.blurdetect.image.internal;

import org.jspecify.annotations.NullMarked;
