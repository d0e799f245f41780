/** How photos become the network's input. */
@NullMarked
package io.github.blurdetect.cnn.internal;

import org.jspecify.annotations.NullMarked;
