/** Thrift's binary protocol: finding a message's end, and reading and writing calls. */
@NullMarked
package io.github.blurdetect.service.internal.wire;

import org.jspecify.annotations.NullMarked;
