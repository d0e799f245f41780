/** Reads the server program's settings. */
@NullMarked
package io.github.blurdetect.service.internal.settings;

import org.jspecify.annotations.NullMarked;
