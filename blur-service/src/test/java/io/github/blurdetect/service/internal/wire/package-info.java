@NullMarked
package io.github.blurdetect.service.internal.wire;

import org.jspecify.annotations.NullMarked;
